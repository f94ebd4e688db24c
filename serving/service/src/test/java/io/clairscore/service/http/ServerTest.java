package io.clairscore.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every route gets from the server, over HTTP. */
class ServerTest {
  private static RunningServer server;

  record Amount(String name, int amount) {}

  @BeforeAll
  static void start() {
    server =
        RunningServer.of(
            Route.post("test", "echo", "/echo", "Says what it was sent.")
                .access(Access.toEverybody())
                .taking(Amount.class, Amount.class, (exchange, amount) -> Reply.of(amount)),
            Route.get("test", "list", "/list", "A long answer about nobody.")
                .access(Access.toEverybody())
                .with(Parameter.query("page", 1, 9, "Page."))
                .answering(Map.class, (exchange, nothing) -> Reply.of(longAnswer())),
            Route.get("test", "person", "/person/{client}", "Something about a person.")
                .access(Access.toEverybody())
                .is(Route.Trait.PERSONAL)
                .with(Parameter.path("client", 1, 999, "Client."))
                .answering(
                    Map.class,
                    (exchange, nothing) -> Reply.of(Map.of("id", exchange.pathWhole("client")))),
            Route.get("test", "deep", "/deep", "Exhausts the stack.")
                .access(Access.toEverybody())
                .answering(Map.class, (exchange, nothing) -> Reply.of(Map.of("d", depth(0)))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, String> longAnswer() {
    return Stream.iterate(0, n -> n + 1)
        .limit(300)
        .collect(Collectors.toMap(n -> "key" + n, n -> "value"));
  }

  private static long depth(long at) {
    return at > 100_000_000 ? 0 : 1 + depth(at + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"a\", \"amount\": 3     | 400 | malformed-json",
        "{\"name\": \"a\", \"name\": \"b\", \"amount\": 3} | 400 | malformed-json",
        "{\"name\": \"a\", \"amount\": NaN}  | 400 | malformed-json",
        "{\"name\": \"a\", \"amount\": 1.5}  | 400 | invalid-body",
        "{\"name\": \"a\", \"amount\": \"3\"} | 400 | invalid-body",
        "{\"name\": \"a\", \"amount\": null} | 400 | invalid-body",
        "{\"name\": \"a\", \"amount\": 1e99} | 400 | invalid-body",
        "{\"name\": \"a\", \"amount\": 3, \"more\": 1} | 400 | invalid-body",
        "{\"name\": \"a\", \"amount\": 3} 4  | 400 | invalid-body",
        "null                                | 400 | invalid-body",
        "[]                                  | 400 | invalid-body",
        "''                                  | 400 | invalid-body"
      })
  void aBodyThatIsNotAsDeclaredIsRefusedInWords(String body, int status, String type)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = server.post("/echo", body);
    assertThat(RunningServer.facts(answer)).containsExactly(status, "/problems/" + type);
    JsonNode problem = Json.MAPPER.readTree(answer.body());
    assertThat(List.of("title", "detail", "remedy", "requestId"))
        .allMatch(member -> !problem.path(member).asText().isBlank());
    assertThat(answer.body()).doesNotContain("Exception", "jackson", "\tat ");
    assertThat(answer.headers().firstValue("Content-Type")).contains(ProblemDocument.TYPE);
  }

  @Test
  void deepAndLongBodiesAreRefusedBeforeTheyAreRead() throws Exception {
    assertThat(server.post("/echo", "[".repeat(2000)).statusCode()).isEqualTo(400);
    assertThat(RunningServer.facts(server.post("/echo", " ".repeat(100_000))))
        .containsExactly(413, "/problems/too-large");
    String head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    assertThat(server.raw(head + "Content-Length: 100000000\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
    String chunk = "2000\r\n" + " ".repeat(8192) + "\r\n";
    assertThat(
            server.raw(
                head
                    + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                    + chunk
                    + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void problemsAreSaidInTheLanguageOfWhoAsks() throws Exception {
    assertThat(server.get("/nowhere").body()).contains("Adresse inconnue");
    assertThat(
            server
                .send(server.request("/nowhere").header("Accept-Language", "de, en;q=0.5"))
                .body())
        .contains("Unknown address");
    assertThat(server.get("/list?language=en&page=0").body()).contains("Invalid parameter");
    assertThat(RunningServer.facts(server.get("/list?language=de")))
        .containsExactly(400, "/problems/invalid-parameter");
  }

  @Test
  void whatIsNotThereIsSaidAsAProblem() throws Exception {
    assertThat(RunningServer.facts(server.get("/nowhere")))
        .containsExactly(404, "/problems/unknown-route");
    HttpResponse<String> other = server.post("/list", "{}");
    assertThat(RunningServer.facts(other)).containsExactly(405, "/problems/wrong-method");
    assertThat(other.headers().firstValue("Allow").orElse("")).contains("GET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?page=10",
        "?page=-1",
        "?page=1.5",
        "?page=01",
        "?page=",
        "?pages=1",
        "?page=1&page=2"
      })
  void parametersThatAreNotDeclaredOrOutOfBoundsAreRefused(String query) throws Exception {
    assertThat(server.get("/list" + query).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000", "abc", "1.0", "99999999999999999999", "%00", "-5"})
  void partsOfThePathAreCheckedAsWell(String client) throws Exception {
    assertThat(server.get("/person/" + client).statusCode()).isEqualTo(400);
    assertThat(server.get("/person/7").body()).isEqualTo("{\"id\":7}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void aHeaderThatAsksForAnotherMethodIsRefused(String header) throws Exception {
    HttpResponse<String> answer = server.send(server.request("/list").header(header, "POST"));
    assertThat(RunningServer.facts(answer)).containsExactly(400, "/problems/method-override");
  }

  @Test
  void whatIsAboutNobodyIsKeptAndCompressed() throws Exception {
    HttpResponse<String> plain = server.get("/list");
    String tag = plain.headers().firstValue("ETag").orElseThrow();
    assertThat(server.send(server.request("/list").header("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
    for (String accepted : List.of("gzip", "gzip;q=1.0, br", "br, gzip")) {
      assertThat(
              server
                  .send(server.request("/list").header("Accept-Encoding", accepted))
                  .headers()
                  .firstValue("Content-Encoding"))
          .as(accepted)
          .contains("gzip");
    }
    assertThat(
            server
                .send(server.request("/list").header("Accept-Encoding", "gzip;q=0"))
                .headers()
                .firstValue("Content-Encoding"))
        .isEmpty();
    assertThat(plain.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
  }

  @Test
  void whatIsAboutAPersonIsKeptNowhere() throws Exception {
    HttpResponse<String> answer =
        server.send(server.request("/person/7").header("Accept-Encoding", "gzip"));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void everyAnswerCarriesTheHeadersThatProtectIt() throws Exception {
    for (String path : List.of("/list", "/nowhere", "/person/0")) {
      assertThat(server.get(path).headers().map().keySet())
          .as(path)
          .contains(
              "content-security-policy",
              "x-content-type-options",
              "referrer-policy",
              "x-frame-options",
              "x-request-id");
      assertThat(server.get(path).headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void anExhaustedStackIsAnAnswerAndTheServerGoesOn() throws Exception {
    HttpResponse<String> answer = server.get("/deep");
    assertThat(RunningServer.facts(answer)).containsExactly(500, "/problems/failed");
    assertThat(answer.body()).doesNotContain("StackOverflow");
    assertThat(server.get("/list").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /list HTTP/1.1\r\n\r\n",
        "GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /%2e%2e/list HTTP/1.1\r\nHost: a\r\n\r\n",
        "BLAH\r\n\r\n",
        "GET /list HTTP/9.9\r\nHost: a\r\n\r\n"
      })
  void aRequestThatIsNotHttpIsRefusedWithoutTraces(String request) throws IOException {
    String answer = server.raw(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    assertThat(answer).matches("(?s)HTTP/1.1 (400|404|505) .*");
    assertThat(answer).doesNotContain("Jetty", "Exception", "<html");
  }

  @Test
  void aLongHeaderIsRefusedWithoutTraces() throws IOException {
    String answer =
        server.raw("GET /list HTTP/1.1\r\nHost: a\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 431").contains("/problems/oversized");
  }
}
