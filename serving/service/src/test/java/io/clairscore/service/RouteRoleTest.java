package io.clairscore.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.service.http.Json;
import io.clairscore.service.http.Method;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every route, asked by everybody over HTTP, against the table of rights that people agreed on: a
 * route without a row, or a row without a route, fails.
 */
@ExtendWith(GuardedService.class)
class RouteRoleTest {
  private static final String TABLE = "route-roles.tsv";
  private static final String UNKNOWN = "/problems/unauthenticated";
  private static final String FORBIDDEN = "/problems/forbidden";

  private static GuardedService.Site site;
  private static Visitors visitors;

  @BeforeAll
  static void start(GuardedService.Site running) {
    site = running;
    visitors = Visitors.of(running.conf());
  }

  @Test
  void everyRouteAdmitsExactlyWhomTheTableAdmits() throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Route<?, ?> route : site.service().routes()) {
      StringBuilder row = new StringBuilder();
      for (Map<String, String> headers : visitors.known().values()) {
        row.append('\t').append(admitted(ask(route, headers), headers) ? "yes" : "-");
      }
      found.put(named(route), row.toString());
    }
    assertThat(lines(found)).containsExactlyInAnyOrderElementsOf(lines(agreed()));
    assertThat(found).hasSizeGreaterThan(50);
  }

  @Test
  void worthlessCredentialsAreThoseOfNobody() throws Exception {
    List<String> admitted = new ArrayList<>();
    int asked = 0;
    for (Route<?, ?> route : site.service().routes()) {
      if (route.access().open()) {
        continue;
      }
      for (Map.Entry<String, Map<String, String>> visitor : visitors.worthless().entrySet()) {
        asked++;
        HttpResponse<String> answer = ask(route, visitor.getValue());
        if (answer.statusCode() != 401 || !problem(answer).equals(UNKNOWN)) {
          admitted.add(named(route) + " " + visitor.getKey() + " " + answer.statusCode());
        }
      }
    }
    assertThat(admitted).isEmpty();
    assertThat(asked).isGreaterThan(300);
  }

  private HttpResponse<String> ask(Route<?, ?> route, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        site.request(address(route)).header("Content-Type", "application/json");
    HttpRequest.BodyPublisher body =
        route.method() == Method.GET
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString("{}");
    return site.send(Visitors.as(headers, request).method(route.method().name(), body));
  }

  /** Where the route is, with values that its parameters may have. */
  private static String address(Route<?, ?> route) {
    String path = route.path();
    List<String> query = new ArrayList<>();
    for (Parameter parameter : route.parameters()) {
      String value = value(parameter);
      if (parameter.place() == Parameter.Place.PATH) {
        path = path.replace("{" + parameter.name() + "}", value);
      } else if (parameter.required()) {
        query.add(parameter.name() + "=" + value);
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String value(Parameter parameter) {
    if (!parameter.values().isEmpty()) {
      return parameter.values().get(0);
    }
    return parameter.kind() == Parameter.Kind.TEXT
        ? "x"
        : Long.toString(parameter.least().orElse(1));
  }

  /** Whether somebody came past the check of rights, whatever the answer then was. */
  private static boolean admitted(HttpResponse<String> answer, Map<String, String> headers)
      throws IOException {
    String problem = answer.statusCode() >= 400 ? problem(answer) : "";
    if (problem.equals(UNKNOWN)) {
      assertThat(headers).as("who is known is not unknown").isEmpty();
      assertThat(answer.statusCode()).isEqualTo(401);
      return false;
    }
    if (problem.equals(FORBIDDEN)) {
      assertThat(answer.statusCode()).isEqualTo(403);
      return false;
    }
    return true;
  }

  private static String problem(HttpResponse<String> answer) throws IOException {
    return Json.MAPPER.readTree(answer.body()).path("type").asText();
  }

  private static String named(Route<?, ?> route) {
    return route.id() + "\t" + route.method() + "\t" + route.path();
  }

  private static Map<String, String> agreed() throws IOException {
    Map<String, String> agreed = new TreeMap<>();
    try (InputStream table = RouteRoleTest.class.getResourceAsStream(TABLE)) {
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(
              line -> {
                String[] cells = line.split("\t", 4);
                agreed.put(cells[0] + "\t" + cells[1] + "\t" + cells[2], "\t" + cells[3]);
              });
    }
    return agreed;
  }

  private static List<String> lines(Map<String, String> rows) {
    return rows.entrySet().stream().map(row -> row.getKey() + row.getValue()).toList();
  }
}
