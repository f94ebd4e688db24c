package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Experiments and runs of an MLflow server. */
record MlflowRuns(MlflowServer server) {
  /** Tag by which a run is found again whose creation was answered to nobody. */
  private static final String RECORD = "clairscore.record";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Identifier of the experiment of a name, which is created if there is none. */
  String experiment(String name) {
    try {
      return named(name);
    } catch (ServerRefused e) {
      if (!e.absent()) {
        throw e;
      }
    }
    try {
      ObjectNode body = JSON.createObjectNode().put("name", name);
      return server.required(server.post("experiments/create", body), "/experiment_id");
    } catch (ServerRefused e) {
      // Another client was faster.
      if (!e.present()) {
        throw e;
      }
      return named(name);
    }
  }

  private String named(String name) {
    JsonNode answer = server.get("experiments/get-by-name", Map.of("experiment_name", name));
    return server.required(answer, "/experiment/experiment_id");
  }

  /** The run of a record: the one that has its tag, else a new one. */
  ServerRun run(String experiment, RunFacts facts, Map<String, String> tags) {
    ObjectNode search =
        JSON.createObjectNode()
            .put("filter", "tags.`" + RECORD + "` = '" + facts.id() + "'")
            .put("max_results", 1);
    search.putArray("experiment_ids").add(experiment);
    JsonNode found = server.post("runs/search", search).path("runs").path(0);
    if (!found.isMissingNode()) {
      return known(experiment, found.path("info"));
    }
    ObjectNode body =
        JSON.createObjectNode()
            .put("experiment_id", experiment)
            .put("run_name", facts.name())
            .put("start_time", facts.started());
    Map<String, String> all = new LinkedHashMap<>(tags);
    all.put(RECORD, facts.id());
    body.set("tags", pairs(all));
    return known(experiment, server.post("runs/create", body).at("/run/info"));
  }

  private ServerRun known(String experiment, JsonNode info) {
    String uri = server.required(info, "/artifact_uri");
    ServerRun run = new ServerRun(experiment, server.required(info, "/run_id"), uri, 0);
    if (!run.proxied()) {
      throw TrackingErrors.artifactsNotProxied(server.name(), uri);
    }
    return run;
  }

  /**
   * Sends parameters, metrics and tags; all of them at once or none. Sent again, they change
   * nothing: MLflow keeps one metric of the same key, step, time and value.
   */
  void log(ServerRun run, List<Event> events) {
    ObjectNode body = JSON.createObjectNode().put("run_id", run.run());
    ArrayNode metrics = body.putArray("metrics");
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, String> tags = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof Event.Metric metric) {
        metrics
            .addObject()
            .put("key", metric.key())
            .put("value", metric.value())
            .put("step", metric.step())
            .put("timestamp", metric.time());
      } else if (event instanceof Event.Parameter parameter) {
        parameters.put(parameter.key(), parameter.value());
      } else if (event instanceof Event.Tag tag) {
        tags.put(tag.key(), tag.value());
      }
    }
    body.set("params", pairs(parameters));
    body.set("tags", pairs(tags));
    server.post("runs/log-batch", body);
  }

  /** Sends a version of a table as an input of the run. */
  void log(ServerRun run, Event.Input input) {
    ObjectNode source = JSON.createObjectNode().put("path", input.path());
    source.put("format", input.format()).put("version", input.version());
    ObjectNode body = JSON.createObjectNode().put("run_id", run.run());
    ObjectNode dataset = body.putArray("datasets").addObject();
    dataset
        .putObject("dataset")
        .put("name", input.table())
        .put("digest", "version " + input.version())
        .put("source_type", input.format())
        .put("source", source.toString());
    dataset.putArray("tags").addObject().put("key", "mlflow.data.context").put("value", "training");
    server.post("runs/log-inputs", body);
  }

  void end(ServerRun run, Event.Ended ended) {
    server.post(
        "runs/update",
        JSON.createObjectNode()
            .put("run_id", run.run())
            .put("status", ended.status().name())
            .put("end_time", ended.time()));
  }

  /** Whether the server still has a run; one that was deleted there by hand is not made again. */
  boolean has(ServerRun run) {
    try {
      server.get("runs/get", Map.of("run_id", run.run()));
      return true;
    } catch (ServerRefused e) {
      if (e.absent()) {
        return false;
      }
      throw e;
    }
  }

  static ArrayNode pairs(Map<String, String> pairs) {
    ArrayNode array = JSON.createArrayNode();
    pairs.forEach((key, value) -> array.addObject().put("key", key).put("value", value));
    return array;
  }
}
