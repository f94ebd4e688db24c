package io.clairscore.pipelines.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the lines of a record come to: later ones replace earlier ones of the same key. */
final class RunFacts {
  private Event.Begun begun;
  private Event.Ended ended;
  private Event.Model model;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, NavigableMap<Long, Double>> metrics = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Set<String> artifacts = new LinkedHashSet<>();
  private final List<Event> others = new ArrayList<>();

  static RunFacts of(List<Event> events) {
    RunFacts facts = new RunFacts();
    events.forEach(facts::add);
    return facts;
  }

  void add(Event event) {
    if (event instanceof Event.Begun first) {
      begun = first;
    } else if (event instanceof Event.Parameter parameter) {
      parameters.put(parameter.key(), parameter.value());
    } else if (event instanceof Event.Metric metric) {
      metrics
          .computeIfAbsent(metric.key(), key -> new TreeMap<>())
          .put(metric.step(), metric.value());
    } else if (event instanceof Event.Tag tag) {
      tags.put(tag.key(), tag.value());
    } else if (event instanceof Event.Artifact artifact) {
      artifacts.add(artifact.path());
    } else if (event instanceof Event.Model registered) {
      model = registered;
    } else if (event instanceof Event.Ended end) {
      ended = end;
    } else {
      others.add(event);
    }
  }

  /** Whether the record was begun; all else is empty if not. */
  boolean exists() {
    return begun != null;
  }

  String id() {
    return begun.id();
  }

  String name() {
    return begun.name();
  }

  long started() {
    return begun.time();
  }

  RunStatus status() {
    return ended == null ? RunStatus.RUNNING : ended.status();
  }

  Optional<Event.Model> model() {
    return Optional.ofNullable(model);
  }

  Map<String, String> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  Map<String, String> tags() {
    return Collections.unmodifiableMap(tags);
  }

  Set<String> artifacts() {
    return Collections.unmodifiableSet(artifacts);
  }

  /** Values by step, by key. */
  Map<String, NavigableMap<Long, Double>> metrics() {
    return Collections.unmodifiableMap(metrics);
  }

  /** The value of a metric's last step. */
  Optional<Double> metric(String key) {
    return Optional.ofNullable(metrics.get(key)).map(steps -> steps.lastEntry().getValue());
  }

  /** Whether saying this again would say nothing new. */
  boolean says(Event event) {
    if (event instanceof Event.Metric metric) {
      Map<Long, Double> steps = metrics.get(metric.key());
      return steps != null && Double.valueOf(metric.value()).equals(steps.get(metric.step()));
    }
    if (event instanceof Event.Tag tag) {
      return tag.value().equals(tags.get(tag.key()));
    }
    return event.equals(model) || others.contains(event);
  }
}
