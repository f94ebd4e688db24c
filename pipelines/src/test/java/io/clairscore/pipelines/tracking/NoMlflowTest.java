package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.tracking.MisbehavingServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever answers or does not answer where MLflow should: a job goes on, and a push says what is
 * wrong.
 */
class NoMlflowTest extends PushedRecords {
  @Test
  void aJobGoesOnWithoutItsServer() throws IOException {
    finished("monday");
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    tracking("MLFLOW_TRACKING_URI", "http://127.0.0.1:" + closed)
        .offer("monday", new Progress(new PrintStream(told, true), false));
    assertThat(told.toString())
        .contains("WARNING the record of run monday is kept")
        .contains("nothing listens there")
        .contains("runs push --all");
    assertThat(tracking().push("monday")).isEqualTo(5);
  }

  static List<Map<String, String>> environmentsThatCannotServe() {
    String uri = "MLFLOW_TRACKING_URI";
    return List.of(
        Map.of(uri, "http://mlflow_server:5000"),
        Map.of(uri, "http://mlflow:70000"),
        Map.of(uri, "http://suivi-modèles:5000"),
        Map.of(uri, "http://mlflow server:5000"),
        Map.of(uri, "http://[::1"),
        Map.of(uri, "./mlruns"),
        Map.of("MLFLOW_TRACKING_TOKEN", "s3\ncret"));
  }

  @ParameterizedTest
  @MethodSource("environmentsThatCannotServe")
  void aJobGoesOnWhateverTheEnvironmentNames(Map<String, String> environment) {
    finished("monday");
    String name = environment.keySet().iterator().next();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    tracking(name, environment.get(name))
        .offer("monday", new Progress(new PrintStream(told, true), false));
    assertThat(told.toString())
        .contains("WARNING the record of run monday is kept", name, "Remedy")
        .doesNotContain("s3", "Exception");
    assertThat(server.paths()).isEmpty();
  }

  static List<List<String>> answersOfOthers() {
    String page = "<html><head><title>Sign in\n to Example</title></head><body>x</body></html>";
    return List.of(
        List.of(page, "'Sign in to Example'"),
        List.of("<style>p {}</style><p>Please <b>log in</b></p>", "'Please log in'"),
        List.of("[]", "'[]'"),
        List.of("{\"experiment\":", "{\"experiment\":"),
        List.of("{\"status\":\"up\"}", "a document without experiment/experiment_id"),
        List.of("", "a document without experiment/experiment_id"));
  }

  @ParameterizedTest
  @MethodSource("answersOfOthers")
  void whatAnswersAndIsNotMlflowIsSaidToBeNone(List<String> example) {
    finished("monday");
    server.answer("experiments", new Answer(200, example.get(0), 0));
    assertThatThrownBy(() -> tracking().push("monday"))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.FAILED))
        .hasMessageContaining("is not MLflow")
        .hasMessageContaining(example.get(1))
        .hasMessageContaining("runs push --all");
    assertThat(server.paths()).containsExactly("experiments/get-by-name");
  }

  @Test
  void whatIsNoServerIsSaidToBeNone() {
    finished("monday");
    for (String name :
        List.of("./mlruns", "sqlite:///x.db", "http://ann:pw@host:5000", "http://")) {
      assertThatThrownBy(() -> tracking("MLFLOW_TRACKING_URI", name).push("monday"))
          .isInstanceOfSatisfying(
              Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.USAGE))
          .hasMessageNotContaining("pw");
    }
    assertThatThrownBy(() -> tracking("MLFLOW_TRACKING_URI", " ").push("monday"))
        .hasMessageContaining("no server");
    assertThatThrownBy(() -> tracking().push("tuesday")).hasMessageContaining("has no record");
  }
}
