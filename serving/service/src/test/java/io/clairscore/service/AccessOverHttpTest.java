package io.clairscore.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.service.access.Accounts;
import io.clairscore.service.http.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logins, accounts, tokens and the audit trail as a browser and a program see them. */
@ExtendWith(GuardedService.class)
class AccessOverHttpTest {
  private static final String PASSWORD = "cheval agrafe batterie";
  private static GuardedService.Site site;
  private static String administrator;

  @BeforeAll
  static void start(GuardedService.Site running) throws Exception {
    site = running;
    Accounts.Created first = running.first();
    String given = first.password().orElseThrow();
    assertThat(problem(login(first.account().name(), given, null)))
        .isEqualTo("/problems/password-must-change");
    administrator = cookie(login(first.account().name(), given, PASSWORD));
  }

  private static HttpResponse<String> login(String name, String password, String newPassword)
      throws Exception {
    Map<String, String> body =
        newPassword == null
            ? Map.of("name", name, "password", password)
            : Map.of("name", name, "password", password, "newPassword", newPassword);
    return send("POST", "/api/login", "", body);
  }

  private static HttpResponse<String> send(
      String method, String path, String cookie, Object body, String... headers) throws Exception {
    HttpRequest.Builder request =
        site.request(path)
            .header("Content-Type", "application/json")
            .header("Cookie", cookie)
            .method(
                method,
                HttpRequest.BodyPublishers.ofByteArray(
                    body == null ? new byte[0] : Json.write(body)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return site.send(request);
  }

  private static String cookie(HttpResponse<String> answer) {
    return setCookie(answer).orElseThrow().replaceFirst(";.*", "");
  }

  private static Optional<String> setCookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie");
  }

  private static JsonNode tree(HttpResponse<String> answer) throws Exception {
    return Json.MAPPER.readTree(answer.body());
  }

  private static String problem(HttpResponse<String> answer) throws Exception {
    return tree(answer).path("type").asText();
  }

  private static JsonNode made(String name, Object body) throws Exception {
    HttpResponse<String> answer = send("POST", "/api/accounts", administrator, body);
    assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(200);
    return tree(answer);
  }

  @Test
  void aVisitFromLoginToLogout() throws Exception {
    JsonNode made = made("eva", Map.of("name", "eva", "roles", new String[] {"ADVISOR"}));
    HttpResponse<String> in = login("eva", made.path("password").asText(), PASSWORD);

    assertThat(setCookie(in).orElseThrow())
        .matches("clairscore-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    assertThat(in.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(in.body()).doesNotContain(cookie(in).substring(20));
    assertThat(tree(send("GET", "/api/me", cookie(in), null)).path("roles").toString())
        .isEqualTo("[\"ADVISOR\"]");
    assertThat(send("GET", "/api/accounts", cookie(in), null).statusCode()).isEqualTo(403);

    HttpResponse<String> changed =
        send(
            "POST",
            "/api/password",
            cookie(in),
            Map.of("password", PASSWORD, "newPassword", "trombone lune escalier"));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(send("GET", "/api/me", cookie(in), null).statusCode()).isEqualTo(401);

    HttpResponse<String> out = send("POST", "/api/logout", cookie(changed), null);
    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(setCookie(out).orElseThrow()).contains("clairscore-session=;").contains("Max-Age=0");
    assertThat(send("GET", "/api/me", cookie(changed), null).statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionThatABrowserWasGivenByAnotherSiteIsNeverTakenOver() throws Exception {
    String planted = "clairscore-session=" + "B".repeat(43);
    made("fay", Map.of("name", "fay", "roles", new String[] {"ADVISOR"}, "program", true));
    HttpResponse<String> in =
        send("POST", "/api/login", planted, Map.of("name", "admin", "password", PASSWORD));

    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(cookie(in)).isNotEqualTo(planted);
    assertThat(send("GET", "/api/me", planted, null).statusCode()).isEqualTo(401);
  }

  @Test
  void pagesOfOtherSitesNeitherLogInNorActWithTheCookie() throws Exception {
    for (String[] origin :
        new String[][] {
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"},
          {"Origin", "https://elsewhere.example"},
          {"Origin", "null"}
        }) {
      assertThat(
              problem(
                  send(
                      "POST",
                      "/api/login",
                      "",
                      Map.of("name", "admin", "password", PASSWORD),
                      origin)))
          .isEqualTo("/problems/cross-site");
      assertThat(problem(send("POST", "/api/logout", administrator, null, origin)))
          .isEqualTo("/problems/cross-site");
    }
    assertThat(send("GET", "/api/me", administrator, null).statusCode()).isEqualTo(200);
  }

  @Test
  void aProgramGetsATokenThatIsShownOnceAndIsWorthNothingWhenItIsRevoked() throws Exception {
    made("gus", Map.of("name", "gus", "roles", new String[] {"MONITOR"}, "program", true));
    JsonNode made =
        tree(
            send(
                "POST",
                "/api/tokens",
                administrator,
                Map.of("name", "scraper", "account", "gus", "days", 30)));
    String secret = made.path("secret").asText();
    String[] bearer = {"Authorization", "Bearer " + secret};

    assertThat(tree(send("GET", "/api/me", "", null, bearer)).path("kind").asText())
        .isEqualTo("TOKEN");
    assertThat(send("GET", "/metrics", "", null, bearer).statusCode()).isEqualTo(200);
    HttpResponse<String> listed = send("GET", "/api/tokens", administrator, null);
    assertThat(listed.body()).contains("scraper").doesNotContain(secret);
    assertThat(problem(send("POST", "/api/tokens", "", Map.of("name", "more"), bearer)))
        .isEqualTo("/problems/forbidden");

    String id = made.path("token").path("id").asText();
    assertThat(send("DELETE", "/api/tokens/" + id, administrator, null).statusCode())
        .isEqualTo(204);
    assertThat(send("GET", "/api/me", "", null, bearer).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyMakesATokenThatSpeaksForAnotherPerson() throws Exception {
    JsonNode made = made("ida", Map.of("name", "ida", "roles", new String[] {"ADVISOR"}));
    assertThat(
            problem(
                send(
                    "POST",
                    "/api/tokens",
                    administrator,
                    Map.of("name", "as ida", "account", "ida"))))
        .isEqualTo("/problems/forbidden");
    String ida = cookie(login("ida", made.path("password").asText(), PASSWORD));
    assertThat(problem(send("POST", "/api/tokens", ida, Map.of("name", "x", "account", "admin"))))
        .isEqualTo("/problems/forbidden");
    JsonNode own = tree(send("POST", "/api/tokens", administrator, Map.of("name", "own of admin")));
    String id = own.path("token").path("id").asText();
    assertThat(problem(send("DELETE", "/api/tokens/" + id, ida, null)))
        .isEqualTo("/problems/unknown-token");
    assertThat(send("GET", "/api/tokens", ida, null).body()).doesNotContain("own of admin");
  }

  @Test
  void theTrailIsReadInPagesByAdministrators() throws Exception {
    made("joe", Map.of("name", "joe", "roles", new String[] {"REVIEWER"}, "program", true));
    JsonNode first =
        tree(send("GET", "/api/audit?limit=2&kind=ACCESS_CHANGE", administrator, null));
    assertThat(first.path("rows")).hasSize(2);
    assertThat(first.path("rows").path(0).path("entry").path("change").asText())
        .isEqualTo("created");
    long before = first.path("before").asLong();
    JsonNode next =
        tree(
            send(
                "GET",
                "/api/audit?limit=2&kind=ACCESS_CHANGE&before=" + before,
                administrator,
                null));
    assertThat(next.path("rows").path(0).path("number").asLong()).isLessThan(before);

    JsonNode token =
        tree(send("POST", "/api/tokens", administrator, Map.of("name", "reads", "account", "joe")));
    String[] reviewer = {"Authorization", "Bearer " + token.path("secret").asText()};
    assertThat(tree(send("GET", "/api/audit?kind=ACCESS_CHANGE", "", null, reviewer)).path("rows"))
        .isEmpty();
    assertThat(tree(send("GET", "/api/audit", "", null, reviewer)).path("rows")).isEmpty();
  }

  @Test
  void bodiesThatAreNoLoginAreRefusedWithoutRepeatingThem() throws Exception {
    for (String body :
        new String[] {
          "null",
          "{}",
          "{\"name\":\"secret-x\"}",
          "{\"name\":1,\"password\":\"secret-x\"}",
          "{\"name\":\"a\",\"password\":\"secret-x\",\"admin\":true}"
        }) {
      HttpResponse<String> answer =
          site.send(
              site.request("/api/login")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("secret-x");
    }
  }

  @Test
  void theLoginPageIsInBothLanguagesAndOfOurFilesAlone() throws Exception {
    HttpResponse<String> french = send("GET", "/login?language=fr", "", null);
    HttpResponse<String> english = send("GET", "/login?language=en", "", null);

    assertThat(french.body()).contains("lang=\"fr\"", "Mot de passe").doesNotContain("{");
    assertThat(english.body()).contains("lang=\"en\"", "Password").doesNotContain("{");
    assertThat(english.body())
        .doesNotContain(" style=", "<style", "onclick", "http://", "https://");
    for (String file : new String[] {"/login/style.css", "/login/script.js"}) {
      assertThat(english.body()).contains(file);
      assertThat(send("GET", file, "", null).statusCode()).isEqualTo(200);
    }
    assertThat(send("GET", "/login/other", "", null).statusCode()).isEqualTo(404);
  }
}
