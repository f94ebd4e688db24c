package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.tracking.MisbehavingServer.Answer;
import io.clairscore.pipelines.tracking.MisbehavingServer.Call;
import io.clairscore.scorer.registry.Aliases;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushTest extends PushedRecords {
  private static final List<String> WHOLE =
      List.of(
          "experiments/get-by-name",
          "runs/search",
          "runs/create",
          "runs/log-batch",
          "mlflow-artifacts/artifacts/1/r1/artifacts/figures/a b.txt",
          "runs/update");

  @Test
  void aSecondPushSendsNothing() {
    finished("monday");
    assertThat(tracking().push("monday")).isEqualTo(5);
    assertThat(server.paths()).containsExactlyElementsOf(WHOLE);
    assertThat(tracking().push("monday")).isZero();
    assertThat(server.paths()).containsExactly("runs/get");
  }

  @Test
  void whatIsAddedLaterIsSentAlone() {
    finished("monday");
    tracking().push("monday");
    server.drain();
    record("monday").tag("clairscore.gate", "passed");
    assertThat(tracking().push("monday")).isEqualTo(1);
    Call sent = server.drain().get(1);
    assertThat(sent.path()).isEqualTo("runs/log-batch");
    assertThat(sent.content()).contains("clairscore.gate").doesNotContain("eta");
  }

  @Test
  void aPushThatWasCutOffGoesOnWhereItWas() {
    finished("monday");
    for (String failing : List.of("runs/log-batch", "mlflow-artifacts", "runs/update")) {
      server.answer(failing, new Answer(503, "<html><b>Service</b> Unavailable</html>", 0));
      assertThatThrownBy(() -> tracking().push("monday"))
          .hasMessageContaining("HTTP 503: Service Unavailable")
          .hasMessageContaining("runs push --all");
    }
    server.recover();
    tracking().push("monday");
    List<String> arrived = server.paths();
    // The call that failed was made once more, and nothing that had succeeded was.
    assertThat(arrived).filteredOn("runs/create"::equals).hasSize(1);
    assertThat(arrived).filteredOn("runs/log-batch"::equals).hasSize(2);
    assertThat(arrived).filteredOn(path -> path.startsWith("mlflow-artifacts")).hasSize(2);
    assertThat(arrived).filteredOn("runs/update"::equals).hasSize(2);
  }

  @Test
  void aRunWhoseCreationWasAnsweredToNobodyIsFoundAgain() {
    finished("monday");
    String answer =
        "{\"runs\":[{\"info\":{\"run_id\":\"r7\",\"artifact_uri\":\"mlflow-artifacts://host/1/r7/artifacts\"}}]}";
    server.answer("runs/search", new Answer(200, answer, 0));
    tracking().push("monday");
    List<Call> calls = server.drain();
    assertThat(calls).extracting(Call::path).doesNotContain("runs/create");
    assertThat(calls.get(1).content())
        .contains("clairscore.record")
        .contains(RunFacts.of(RunRecord.log(record("monday").folder()).read()).id());
    assertThat(calls.get(3).path()).contains("/1/r7/artifacts/figures/");
  }

  @Test
  void aServerThatLostTheRunGetsItWhole() {
    finished("monday");
    tracking().push("monday");
    server.drain();
    server.answer("runs/get", Answer.refusal(404, "RESOURCE_DOES_NOT_EXIST", "no run r1"));
    assertThat(tracking().push("monday")).isEqualTo(5);
    assertThat(server.paths().subList(1, 7)).containsExactlyElementsOf(WHOLE);
  }

  @Test
  void childrenNameTheirParent() {
    RunRecord parent = record("study");
    parent.child("candidate").metric("auc", 0.7).finish(RunStatus.FINISHED);
    parent.finish(RunStatus.FINISHED);
    tracking().push("study");
    assertThat(server.drain())
        .filteredOn(call -> call.path().equals("runs/create"))
        .extracting(Call::content)
        .satisfiesExactly(
            first -> assertThat(first).doesNotContain("mlflow.parentRunId"),
            second ->
                assertThat(second).contains("{\"key\":\"mlflow.parentRunId\",\"value\":\"r1\"}"));
  }

  @Test
  void aModelIsRegisteredOnceAndAliasesFollowOurs() {
    record("monday").model("risk", "model").finish(RunStatus.FINISHED);
    Aliases.read(root.resolve("models")).trained("monday").write(root.resolve("models"));
    server.answer(
        "registered-models/create", Answer.refusal(400, "RESOURCE_ALREADY_EXISTS", "risk"));
    tracking().push("monday");
    assertThat(server.drain())
        .filteredOn(call -> call.path().equals("model-versions/create"))
        .extracting(Call::content)
        .containsExactly(
            "{\"name\":\"risk\",\"source\":\"mlflow-artifacts:/1/r1/artifacts/model\",\"run_id\":\"r1\"}");
    server.answer(
        "model-versions/search", new Answer(200, "{\"model_versions\":[{\"version\":\"4\"}]}", 0));
    tracking().push("monday");
    assertThat(server.drain())
        .filteredOn(call -> call.path().equals("registered-models/alias"))
        .extracting(Call::content)
        .containsExactly("{\"name\":\"risk\",\"alias\":\"challenger\",\"version\":\"4\"}");
  }

  @Test
  void credentialsAreSentAndNeverTold() {
    finished("monday");
    server.answer("experiments", Answer.refusal(403, "PERMISSION_DENIED", "not yours"));
    assertThatThrownBy(() -> tracking("MLFLOW_TRACKING_TOKEN", "s3cret").push("monday"))
        .hasMessageContaining("HTTP 403: not yours")
        .hasMessageContaining("MLFLOW_TRACKING_TOKEN")
        .hasMessageNotContaining("s3cret");
    assertThat(server.drain().get(0).authorization()).isEqualTo("Bearer s3cret");
    assertThatThrownBy(
            () ->
                tracking("MLFLOW_TRACKING_USERNAME", "ann", "MLFLOW_TRACKING_PASSWORD", "pw")
                    .push("monday"))
        .isInstanceOf(Refusal.class);
    assertThat(server.drain().get(0).authorization()).isEqualTo("Basic YW5uOnB3");
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsGivenUp() {
    finished("monday");
    server.answer("runs/create", new Answer(200, "{}", 3000));
    long start = System.nanoTime();
    assertThatThrownBy(() -> tracking().push("monday"))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.FAILED))
        .hasMessageContaining("does not answer")
        .hasMessageContaining("limit 1 s");
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(2.5);
  }

  @Test
  void aServerThatKeepsArtifactsElsewhereIsRefused() {
    finished("monday");
    server.answer(
        "runs/create",
        new Answer(
            200,
            "{\"run\":{\"info\":{\"run_id\":\"r1\",\"artifact_uri\":\"s3://bucket/r1\"}}}",
            0));
    assertThatThrownBy(() -> tracking().push("monday"))
        .hasMessageContaining("s3://bucket/r1")
        .hasMessageContaining("--serve-artifacts");
  }
}
