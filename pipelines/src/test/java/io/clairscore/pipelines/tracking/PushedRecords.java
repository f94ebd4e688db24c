package io.clairscore.pipelines.tracking;

import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.conf.TrackingConf;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A record to push, and a server that answers as told. */
abstract class PushedRecords {
  @TempDir Path root;
  MisbehavingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new MisbehavingServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  Tracking tracking(String... environment) {
    Map<String, String> variables = new HashMap<>();
    variables.put("MLFLOW_TRACKING_URI", server.uri());
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    TrackingConf conf =
        ConfigurationReader.read(null, Map.of(), List.of("tracking.timeoutSeconds=1")).tracking();
    return new Tracking(new Workspace(root), conf, variables);
  }

  RunRecord record(String run) {
    return RunRecord.open(Tracking.folder(new Workspace(root), run), run);
  }

  /** A record of five lines: beginning, parameter, metric, file, end. */
  void finished(String run) {
    record(run)
        .parameter("eta", 0.03)
        .metric("auc", 0.75)
        .artifact("x".getBytes(StandardCharsets.UTF_8), "figures/a b.txt")
        .finish(RunStatus.FINISHED);
  }
}
