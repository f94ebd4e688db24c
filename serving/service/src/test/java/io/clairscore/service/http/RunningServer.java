package io.clairscore.service.http;

import io.clairscore.service.access.Authentication;
import io.clairscore.service.access.Principal;
import io.clairscore.service.access.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real server on a free port of this machine, and who asks it. */
final class RunningServer implements AutoCloseable {
  static final LimitsConf LIMITS =
      new LimitsConf(4096, 65536, 10, 100_000, 100_000, 100_000, 100_000, 4, 2, 200, 30);

  /** Knows one advisor, by the token "advisor", and one monitor, by "monitor". */
  static final Authentication TWO =
      credentials ->
          credentials
              .bearer()
              .or(credentials::session)
              .filter(List.of("advisor", "monitor")::contains)
              .map(
                  name ->
                      new Principal(
                          name,
                          Principal.Kind.TOKEN,
                          name,
                          Set.of(Role.valueOf(name.toUpperCase(java.util.Locale.ROOT)))));

  final List<Integer> observed = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server;

  RunningServer(ServerConf conf, Route<?, ?>... routes) {
    server =
        Server.start(
            conf,
            Server.threads(conf.limits()),
            List.of(routes),
            TWO,
            (Optional<Route<?, ?>> route, int status, long nanos) -> observed.add(status));
  }

  static ServerConf conf(LimitsConf limits) {
    return new ServerConf(
        "127.0.0.1", 0, List.of(), List.of(), new TlsConf("", ""), 2, false, limits);
  }

  static RunningServer of(Route<?, ?>... routes) {
    return new RunningServer(conf(LIMITS), routes);
  }

  int port() {
    return server.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "en")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends these bytes as they are, and returns the whole answer. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    server.close();
  }

  /** Lines of a problem for a message of a failed test. */
  static List<Object> facts(HttpResponse<String> answer) throws IOException {
    List<Object> facts = new ArrayList<>();
    facts.add(answer.statusCode());
    facts.add(Json.MAPPER.readTree(answer.body()).path("type").asText());
    return facts;
  }
}
