package io.clairscore.pipelines.tracking;

import io.clairscore.scorer.registry.Aliases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends records to a server, from the first line it does not have. After each call that succeeded
 * the new number of lines is remembered, so a push that was cut off goes on where it was, and a
 * second one sends nothing. The one call that may be made twice, because its answer was lost, is
 * one that changes nothing the second time.
 */
final class Push {
  /** MLflow takes 100 parameters and 100 tags at once. */
  private static final int BATCH = 100;

  private static final String PARENT = "mlflow.parentRunId";

  private final MlflowServer server;
  private final MlflowRuns runs;
  private final MlflowRegistry registry;
  private final String experiment;

  Push(MlflowServer server, String experiment) {
    this.server = server;
    this.runs = new MlflowRuns(server);
    this.registry = new MlflowRegistry(server);
    this.experiment = experiment;
  }

  /**
   * Sends a record and its children.
   *
   * @return lines that were sent
   */
  int send(Path record) {
    return send(record, Optional.empty());
  }

  private int send(Path record, Optional<ServerRun> parent) {
    List<Event> events = RunRecord.log(record).read();
    RunFacts facts = RunFacts.of(events);
    if (!facts.exists()) {
      return 0;
    }
    ServerRuns memory = ServerRuns.of(record, server.name());
    ServerRun run = existing(memory).orElseGet(() -> create(memory, facts, parent));
    int before = run.sent();
    while (run.sent() < events.size()) {
      run = memory.remember(run.sent(run.sent() + sendNext(record, run, events)));
    }
    int sent = events.size() - before;
    for (Path child : RunRecord.children(record)) {
      sent += send(child, Optional.of(run));
    }
    return sent;
  }

  private Optional<ServerRun> existing(ServerRuns memory) {
    Optional<ServerRun> known = memory.get();
    if (known.isPresent() && !runs.has(known.get())) {
      memory.forget();
      return Optional.empty();
    }
    return known;
  }

  private ServerRun create(ServerRuns memory, RunFacts facts, Optional<ServerRun> parent) {
    String in = parent.map(ServerRun::experiment).orElseGet(() -> runs.experiment(experiment));
    Map<String, String> tags = new HashMap<>();
    tags.put("mlflow.source.name", "clairscore");
    tags.put("mlflow.source.type", "JOB");
    tags.put("mlflow.user", System.getProperty("user.name", "unknown"));
    parent.ifPresent(above -> tags.put(PARENT, above.run()));
    return memory.remember(runs.run(in, facts, tags));
  }

  /** Sends the next line, or the next lines that one call takes; returns their number. */
  private int sendNext(Path record, ServerRun run, List<Event> events) {
    Event next = events.get(run.sent());
    if (next instanceof Event.Artifact artifact) {
      server.upload(run.uploadPath(artifact.path()), RunRecord.file(record, artifact.path()));
    } else if (next instanceof Event.Input input) {
      runs.log(run, input);
    } else if (next instanceof Event.Model model) {
      registry.version(model, run);
    } else if (next instanceof Event.Ended ended) {
      runs.end(run, ended);
    } else if (!(next instanceof Event.Begun)) {
      List<Event> batch = batch(events.subList(run.sent(), events.size()));
      runs.log(run, batch);
      return batch.size();
    }
    return 1;
  }

  private static List<Event> batch(List<Event> events) {
    List<Event> batch = new ArrayList<>();
    for (Event event : events) {
      boolean fits =
          event instanceof Event.Metric
              || event instanceof Event.Parameter
              || event instanceof Event.Tag;
      if (!fits || batch.size() == BATCH) {
        break;
      }
      batch.add(event);
    }
    return batch;
  }

  /** Lets the server's aliases name the versions of the runs that ours name, as far as sent. */
  void mirror(Aliases aliases, Function<String, Path> records) {
    aliases
        .byName()
        .forEach(
            (alias, run) -> {
              Path record = records.apply(run);
              Optional<ServerRun> sent = ServerRuns.of(record, server.name()).get();
              Optional<Event.Model> model = RunFacts.of(RunRecord.log(record).read()).model();
              if (sent.isPresent() && model.isPresent()) {
                registry
                    .known(model.get().name(), sent.get().run())
                    .ifPresent(version -> registry.alias(model.get().name(), alias, version));
              }
            });
  }
}
