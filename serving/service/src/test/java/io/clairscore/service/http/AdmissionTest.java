package io.clairscore.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.service.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is let in, how often, and how many at a time. */
class AdmissionTest {
  private static final String BEARER = "Bearer ";

  record Done(boolean ok) {}

  private static Route<Void, Done> reading(Access access) {
    return reading(access, (exchange, nothing) -> Reply.of(new Done(true)));
  }

  private static Route<Void, Done> reading(Access access, Operation<Void, Done> action) {
    return Route.get("test", "read", "/read", "Reads.")
        .access(access)
        .answering(Done.class, action);
  }

  private static Route<Void, Void> writing() {
    return Route.post("test", "write", "/write", "Writes.")
        .access(Access.to(Role.ADVISOR))
        .answering(Void.class, (exchange, nothing) -> Reply.done());
  }

  private static HttpRequest.Builder as(RunningServer server, String path, String token) {
    return server.request(path).header("Authorization", BEARER + token);
  }

  @Test
  void onlyWhoHasARoleOfTheRouteMay() throws Exception {
    try (RunningServer server = RunningServer.of(reading(Access.to(Role.ADVISOR)))) {
      assertThat(server.send(as(server, "/read", "advisor")).statusCode()).isEqualTo(200);
      assertThat(server.send(as(server, "/read", "monitor")).statusCode()).isEqualTo(403);
      HttpResponse<String> nobody = server.get("/read");
      assertThat(nobody.statusCode()).isEqualTo(401);
      assertThat(nobody.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(server.send(as(server, "/read", "forged")).statusCode()).isEqualTo(401);
      assertThat(server.observed).contains(200, 401, 403);
    }
  }

  @Test
  void aPageOfAnotherSiteCannotWriteWithTheCookieOfALogin() throws Exception {
    try (RunningServer server = RunningServer.of(writing())) {
      assertThat(written(server, "Sec-Fetch-Site", "same-origin")).isEqualTo(204);
      assertThat(written(server, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
      assertThat(written(server, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
      assertThat(written(server, "Origin", "https://evil.example")).isEqualTo(403);
      assertThat(written(server, "Origin", "http://127.0.0.1:" + server.port())).isEqualTo(204);
    }
  }

  private static int written(RunningServer server, String header, String value) throws Exception {
    return server
        .send(
            server
                .request("/write")
                .header("Cookie", "clairscore-session=advisor")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.noBody()))
        .statusCode();
  }

  @Test
  void whoAsksTooOftenWaitsWhoeverElseAsks() throws Exception {
    LimitsConf few = new LimitsConf(4096, 65536, 10, 1, 3, 10, 10, 4, 2, 200, 30);
    try (RunningServer server =
        new RunningServer(RunningServer.conf(few), reading(Access.toEveryPrincipal()))) {
      for (int i = 0; i < 3; i++) {
        assertThat(server.send(as(server, "/read", "advisor")).statusCode()).isEqualTo(200);
      }
      HttpResponse<String> refused =
          server.send(as(server, "/read", "advisor").header("X-Forwarded-For", "1.2.3.4"));
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 2L);
      assertThat(server.send(as(server, "/read", "monitor")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void moreThanTheServerCanAnswerIsRefusedAtOnceAndHealthIsStillTold() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    Route<?, ?> slow =
        reading(
            Access.toEverybody(),
            (exchange, nothing) -> {
              await(free);
              return Reply.of(new Done(true));
            });
    Route<?, ?> health =
        Route.get("test", "live", "/health/live", "Lives.")
            .access(Access.toEverybody())
            .is(Route.Trait.HEALTH)
            .answering(Done.class, (exchange, nothing) -> Reply.of(new Done(true)));
    try (RunningServer server = RunningServer.of(slow, health)) {
      List<CompletableFuture<HttpResponse<String>>> asked =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      server
                          .client()
                          .sendAsync(
                              server.request("/read").timeout(Duration.ofSeconds(20)).build(),
                              HttpResponse.BodyHandlers.ofString()))
              .toList();
      List<CompletableFuture<HttpResponse<String>>> refused =
          asked.stream().filter(answer -> refusedWithin(answer)).toList();
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
      free.countDown();
      assertThat(refused).hasSizeBetween(6, 8);
      assertThat(refused)
          .allMatch(answer -> answer.join().headers().firstValue("Retry-After").isPresent())
          .allMatch(answer -> answer.join().body().contains("/problems/busy"));
      assertThat(asked.stream().filter(answer -> answer.join().statusCode() == 200).count())
          .isBetween(4L, 6L);
    }
  }

  private static boolean refusedWithin(CompletableFuture<HttpResponse<String>> answer) {
    try {
      return answer.get(1, TimeUnit.SECONDS).statusCode() == 503;
    } catch (TimeoutException waiting) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsInFlightWhenTheServerStopsIsAnswered() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    Route<?, ?> slow =
        reading(
            Access.toEverybody(),
            (exchange, nothing) -> {
              arrived.countDown();
              CompletableFuture<Done> later = new CompletableFuture<>();
              return Reply.later(
                  later.completeOnTimeout(new Done(true), 700, TimeUnit.MILLISECONDS));
            });
    RunningServer server = RunningServer.of(slow);
    CompletableFuture<HttpResponse<String>> answer =
        server
            .client()
            .sendAsync(server.request("/read").build(), HttpResponse.BodyHandlers.ofString());
    arrived.await();
    server.close();
    assertThat(answer.join().statusCode()).isEqualTo(200);
  }
}
