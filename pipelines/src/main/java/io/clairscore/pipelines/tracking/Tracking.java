package io.clairscore.pipelines.tracking;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.TrackingConf;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.registry.Aliases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of a workspace, and the server they are sent to.
 *
 * @param workspace where the records lie
 * @param conf name of experiment and model, time limit
 * @param environment what names the server and gives its credentials
 */
public record Tracking(Workspace workspace, TrackingConf conf, Map<String, String> environment) {

  public Tracking {
    environment = Map.copyOf(environment);
  }

  /** Folder of a run's record. */
  public static Path folder(Workspace workspace, String run) {
    return workspace.runs().resolve(run).resolve("tracking");
  }

  /**
   * When a run began, in milliseconds since 1970, as its record says; 0 without one. Times of files
   * change when they are copied.
   */
  public static long begun(Workspace workspace, String run) {
    RunFacts facts = RunFacts.of(RunRecord.log(folder(workspace, run)).read());
    return facts.exists() ? facts.started() : 0;
  }

  /** Runs that have a record, in the order of their beginning. */
  public List<String> runs() {
    if (!Files.isDirectory(workspace.runs())) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(workspace.runs())) {
      return found
          .map(path -> path.getFileName().toString())
          .filter(run -> facts(run).exists())
          .sorted(Comparator.comparingLong(run -> facts(run).started()))
          .toList();
    } catch (IOException e) {
      throw TrackingErrors.unreadable(workspace.runs(), e);
    }
  }

  RunFacts facts(String run) {
    return RunFacts.of(RunRecord.log(folder(workspace, run)).read());
  }

  /**
   * Sends a run's record, as far as the server does not have it, and lets its aliases follow ours.
   *
   * @return lines that were sent
   * @throws Refusal with USAGE if no server is named or the run has no record, with FAILED if the
   *     server cannot be reached or refuses; what it took is remembered
   */
  public int push(String run) {
    MlflowServer server = server().orElseThrow(TrackingErrors::noServer);
    Path record = folder(workspace, run);
    if (!facts(run).exists()) {
      throw TrackingErrors.noRecord(run, workspace);
    }
    try {
      Push push = new Push(server, conf.experiment());
      int sent = push.send(record);
      push.mirror(Aliases.read(workspace.models()), other -> folder(workspace, other));
      return sent;
    } catch (ServerRefused e) {
      throw TrackingErrors.refused(server.name(), e);
    }
  }

  /**
   * Sends a run's record if a server is named; a failure is a warning, because the record is
   * complete on disk and may be sent later.
   */
  public void offer(String run, Progress progress) {
    if (environment.getOrDefault(MlflowServer.URI_VARIABLE, "").isBlank()) {
      return;
    }
    try {
      progress.say("sent " + push(run) + " lines of the record to MLflow");
    } catch (RuntimeException e) {
      // Whatever it is: what the job has done or goes on to do is worth more than its copy there.
      progress.say("WARNING the record of run " + run + " is kept, but not on the server yet");
      String why = e instanceof Refusal ? e.getMessage() : e.toString();
      why.lines().forEach(progress::say);
    }
  }

  private Optional<MlflowServer> server() {
    return MlflowServer.of(environment, Duration.ofSeconds(conf.timeoutSeconds()));
  }
}
