package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of a record. Times are milliseconds since 1970, as MLflow counts them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Begun.class, name = "begun"),
  @JsonSubTypes.Type(value = Event.Parameter.class, name = "parameter"),
  @JsonSubTypes.Type(value = Event.Metric.class, name = "metric"),
  @JsonSubTypes.Type(value = Event.Tag.class, name = "tag"),
  @JsonSubTypes.Type(value = Event.Input.class, name = "input"),
  @JsonSubTypes.Type(value = Event.Artifact.class, name = "artifact"),
  @JsonSubTypes.Type(value = Event.Model.class, name = "model"),
  @JsonSubTypes.Type(value = Event.Ended.class, name = "ended")
})
sealed interface Event {

  /** The first line: a unique identifier by which a server's run is found again. */
  record Begun(String id, String name, long time) implements Event {}

  record Parameter(String key, String value) implements Event {}

  record Metric(String key, double value, long step, long time) implements Event {}

  record Tag(String key, String value) implements Event {}

  /** A version of a table that the run read. */
  record Input(String table, String path, String format, String version) implements Event {}

  /** A file, by its path below the folder {@code artifacts}. */
  record Artifact(String path) implements Event {}

  /** Artifacts that are a model, and the name under which a registry keeps its versions. */
  record Model(String name, String path) implements Event {}

  record Ended(RunStatus status, long time) implements Event {}
}
