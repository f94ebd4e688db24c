package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.conf.TrackingConf;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.registry.Aliases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service;
import org.mlflow.tracking.MlflowClient;

/**
 * What a real MLflow server makes of a push, read back by MLflow's own Java client. {@code
 * scripts/checks/tracking/mlflow} starts a server and runs it; without one it is skipped, and says
 * so.
 */
class RealServerTest {
  private static final String VARIABLE = "CLAIRSCORE_TEST_MLFLOW";
  private static final String NAME = "test-" + UUID.randomUUID();

  @TempDir Path root;

  @BeforeAll
  static void skipLoudlyWithoutAServer() {
    if (System.getenv(VARIABLE) == null) {
      System.err.println(
          "SKIPPED RealServerTest: "
              + VARIABLE
              + " names no MLflow server; see scripts/checks/tracking/mlflow");
    }
    assumeThat(System.getenv(VARIABLE)).as(VARIABLE).isNotNull();
  }

  private Tracking tracking() {
    TrackingConf conf =
        ConfigurationReader.read(
                null, Map.of(), List.of("tracking.experiment=" + NAME, "tracking.model=" + NAME))
            .tracking();
    return new Tracking(
        new Workspace(root), conf, Map.of("MLFLOW_TRACKING_URI", System.getenv(VARIABLE)));
  }

  private RunRecord record() {
    return RunRecord.open(Tracking.folder(new Workspace(root), "study"), "study");
  }

  @Test
  void everythingArrivesOnceHoweverOftenItIsSent() throws Exception {
    byte[] content = "flavors: {}\n".getBytes(StandardCharsets.UTF_8);
    RunRecord study = record();
    IntStream.range(0, 250).forEach(i -> study.parameter("p" + i, i));
    IntStream.range(0, 250).forEach(step -> study.metric("logloss", 1.0 / (step + 1), step));
    study
        .metric("unknown", Double.NaN)
        .tag("clairscore.commit", "abc")
        .input("features", root, "delta", "7")
        .artifact(content, "model/MLmodel")
        .artifact(content, "figures/cost per client.svg")
        .model(NAME, "model");
    study.child("logistic").parameter("c", 1).metric("auc", 0.7).finish(RunStatus.FINISHED);
    study.child("xgboost").metric("auc", 0.76).finish(RunStatus.FAILED);
    study.finish(RunStatus.FINISHED);
    Aliases.read(root.resolve("models")).trained("study").write(root.resolve("models"));
    tracking().push("study");
    check();

    assertThat(tracking().push("study")).isZero();
    check();
    // As if every answer of the first push had been lost.
    forget(study.folder());
    RunRecord.children(study.folder()).forEach(RealServerTest::forget);
    assertThat(tracking().push("study")).isGreaterThan(500);
    check();
  }

  private static void forget(Path record) {
    try {
      Files.delete(record.resolve("servers.json"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void check() throws Exception {
    try (MlflowClient client = new MlflowClient(System.getenv(VARIABLE))) {
      String experiment = client.getExperimentByName(NAME).orElseThrow().getExperimentId();
      List<Service.RunInfo> runs = runs(client, experiment, "");
      assertThat(runs).hasSize(3);
      Service.Run study =
          client.getRun(
              runs.stream()
                  .filter(run -> run.getRunName().equals("study"))
                  .findFirst()
                  .orElseThrow()
                  .getRunId());
      assertThat(study.getInfo().getStatus()).isEqualTo(Service.RunStatus.FINISHED);
      assertThat(study.getData().getParamsList()).hasSize(250);
      assertThat(client.getMetricHistory(study.getInfo().getRunId(), "logloss"))
          .hasSize(250)
          .anySatisfy(
              metric -> {
                assertThat(metric.getStep()).isEqualTo(249);
                assertThat(metric.getValue()).isEqualTo(1.0 / 250);
              });
      assertThat(client.getMetricHistory(study.getInfo().getRunId(), "unknown"))
          .singleElement()
          .satisfies(metric -> assertThat(metric.getValue()).isNaN());
      List<Service.RunInfo> children =
          runs(
              client,
              experiment,
              "tags.`mlflow.parentRunId` = '" + study.getInfo().getRunId() + "'");
      assertThat(children)
          .extracting(run -> run.getRunName() + " " + run.getStatus())
          .containsExactlyInAnyOrder("logistic FINISHED", "xgboost FAILED");
      checkRest(client, study.getInfo().getRunId());
    }
  }

  private static List<Service.RunInfo> runs(MlflowClient client, String experiment, String filter) {
    return client
        .searchRuns(List.of(experiment), filter, Service.ViewType.ACTIVE_ONLY, 100)
        .getItems()
        .stream()
        .map(Service.Run::getInfo)
        .toList();
  }

  private static void checkRest(MlflowClient client, String run) throws Exception {
    JsonNode whole = json(client.sendGet("runs/get?run_id=" + run));
    assertThat(whole.at("/run/inputs/dataset_inputs")).hasSize(1);
    assertThat(whole.at("/run/inputs/dataset_inputs/0/dataset/digest").asText())
        .isEqualTo("version 7");
    JsonNode files = json(client.sendGet("artifacts/list?run_id=" + run + "&path=model"));
    assertThat(files.at("/files/0/path").asText()).isEqualTo("model/MLmodel");
    assertThat(files.at("/files/0/file_size").asInt()).isEqualTo(12);
    assertThat(client.searchModelVersions("name='" + NAME + "'").getItems()).hasSize(1);
    JsonNode alias =
        json(client.sendGet("registered-models/alias?name=" + NAME + "&alias=challenger"));
    assertThat(alias.at("/model_version/run_id").asText()).isEqualTo(run);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
