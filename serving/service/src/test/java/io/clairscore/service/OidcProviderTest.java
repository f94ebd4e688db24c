package io.clairscore.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.service.conf.ServiceSettings;
import io.clairscore.service.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins by a real provider, over HTTP on both sides. */
class OidcProviderTest {
  private static IdentityProvider provider;
  private final HttpClient browser = HttpClient.newHttpClient();

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    provider = IdentityProvider.start();
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
  }

  private Service service(String issuer) throws IOException {
    int port = IdentityProvider.freePort();
    List<String> settings =
        new ArrayList<>(
            List.of(
                "published=" + folder.resolve("published"),
                "store.url=jdbc:sqlite:" + folder.resolve("clairscore.db"),
                "server.port=" + port,
                "access.oidc.issuer=" + provider.issuer(issuer),
                "access.oidc.clientId=clairscore",
                "access.oidc.redirect=http://127.0.0.1:" + port + "/oidc/callback",
                "access.oidc.rolesClaim=groups",
                "access.oidc.roles={credit-advisors: ADVISOR, risk: REVIEWER}"));
    return Service.start(ServiceSettings.read(null, Map.of(), settings), false);
  }

  /** A browser on its way: where it is sent back to, and the cookie it holds. */
  private record Way(URI back, String cookie) {
    String query(String name) {
      for (String each : back.getRawQuery().split("&")) {
        if (each.startsWith(name + "=")) {
          return each.substring(name.length() + 1);
        }
      }
      throw new AssertionError("no " + name + " in " + back);
    }
  }

  private Way gone(Service service) throws Exception {
    HttpResponse<String> sent = get(URI.create(service.address() + "/oidc/login"), "");
    assertThat(sent.statusCode()).isEqualTo(303);
    URI there = URI.create(header(sent, "Location"));
    assertThat(there.getRawQuery())
        .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=");
    HttpResponse<String> back = get(there, "");
    assertThat(back.statusCode()).isEqualTo(302);
    return new Way(URI.create(header(back, "Location")), cookie(sent));
  }

  private HttpResponse<String> get(URI address, String cookie) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(address).header("Cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  private static String cookie(HttpResponse<?> answer) {
    return header(answer, "Set-Cookie").replaceFirst(";.*", "");
  }

  private static String problem(HttpResponse<String> answer) throws IOException {
    return Json.MAPPER.readTree(answer.body()).path("type").asText();
  }

  @Test
  void whomTheProviderConfirmsIsInWithTheRolesItTells() throws Exception {
    try (Service service = service("advisors")) {
      Way way = gone(service);
      HttpResponse<String> in = get(way.back(), way.cookie());

      assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
      assertThat(header(in, "Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
      JsonNode me = me(service, cookie(in));
      assertThat(me.path("name").asText()).isEqualTo("anna.durand");
      assertThat(me.path("roles").toString()).isEqualTo("[\"ADVISOR\"]");

      Way again = gone(service);
      JsonNode same = me(service, cookie(get(again.back(), again.cookie())));
      assertThat(same.path("id")).isEqualTo(me.path("id"));
    }
  }

  private JsonNode me(Service service, String cookie) throws Exception {
    HttpResponse<String> me = get(URI.create(service.address() + "/api/me"), cookie);
    assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
    return Json.MAPPER.readTree(me.body());
  }

  @Test
  void aCodeIsOfUseOnceAndInTheBrowserThatBeganAlone() throws Exception {
    try (Service service = service("advisors")) {
      Way way = gone(service);
      assertThat(problem(get(way.back(), ""))).isEqualTo("/problems/not-sent");

      Way other = gone(service);
      assertThat(get(other.back(), other.cookie()).statusCode()).isEqualTo(200);
      assertThat(problem(get(other.back(), other.cookie()))).isEqualTo("/problems/not-sent");
    }
  }

  @Test
  void aCodeOfSomebodyElseIsRefusedByTheProviderForItsVerifier() throws Exception {
    try (Service service = service("advisors")) {
      Way stolen = gone(service);
      Way own = gone(service);
      URI mixed =
          URI.create(own.back().toString().replace(own.query("code"), stolen.query("code")));

      HttpResponse<String> answer = get(mixed, own.cookie());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(problem(answer)).isEqualTo("/problems/provider-refused");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"strangers", "elsewhere"})
  void whoHasNoRoleHereOrATokenForAnotherServiceStaysOut(String issuer) throws Exception {
    try (Service service = service(issuer)) {
      Way way = gone(service);

      HttpResponse<String> answer = get(way.back(), way.cookie());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(problem(answer)).isEqualTo("/problems/provider-refused");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }
}
