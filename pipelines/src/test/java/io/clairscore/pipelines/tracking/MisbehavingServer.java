package io.clairscore.pipelines.tracking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Answers like an MLflow server for as long as it is told to, then misbehaves. It shows how a push
 * takes that; what a real server makes of a push is {@code scripts/checks/tracking/mlflow}'s to
 * show.
 */
final class MisbehavingServer implements AutoCloseable {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "experiments/get-by-name", "{\"experiment\":{\"experiment_id\":\"1\"}}",
          "runs/create",
              "{\"run\":{\"info\":{\"run_id\":\"r1\",\"artifact_uri\":\"mlflow-artifacts:/1/r1/artifacts\"}}}",
          "model-versions/create", "{\"model_version\":{\"version\":\"1\"}}");

  /** How a call is answered. */
  record Answer(int status, String body, long afterMillis) {
    static Answer refusal(int status, String code, String message) {
      return new Answer(
          status, "{\"error_code\":\"" + code + "\",\"message\":\"" + message + "\"}", 0);
    }
  }

  /** A call as it arrived: its path below the API, its query or body, and its authorization. */
  record Call(String path, String content, String authorization) {}

  private final HttpServer http;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile String failing = "";
  private volatile Answer answer = new Answer(500, "", 0);

  MisbehavingServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newCachedThreadPool());
    http.createContext("/", this::handle);
    http.start();
  }

  String uri() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** From now on, answers calls whose path contains this as told. */
  void answer(String path, Answer with) {
    failing = path;
    answer = with;
  }

  /** From now on, answers every call. */
  void recover() {
    failing = "";
  }

  /** Paths that arrived since the last time, in their order. */
  List<String> paths() {
    return drain().stream().map(Call::path).toList();
  }

  List<Call> drain() {
    List<Call> arrived = new ArrayList<>(calls);
    calls.clear();
    return arrived;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/api/2.0/(mlflow/)?", "");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = exchange.getRequestURI().getQuery();
    calls.add(
        new Call(
            path,
            query == null ? body : query,
            exchange.getRequestHeaders().getFirst("Authorization")));
    boolean fails = !failing.isEmpty() && path.contains(failing);
    Answer with = fails ? answer : new Answer(200, ANSWERS.getOrDefault(path, "{}"), 0);
    try {
      Thread.sleep(with.afterMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] bytes = with.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(with.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
