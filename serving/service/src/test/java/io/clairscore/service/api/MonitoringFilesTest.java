package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import io.clairscore.service.http.Json;
import io.clairscore.service.monitoring.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the files for Grafana and Prometheus ask for is what /metrics has. */
@ExtendWith(RunningService.class)
class MonitoringFilesTest {
  private static final Path FOLDER = Path.of("../../conf/monitoring");

  /** Written by Prometheus itself about each target. */
  private static final String OF_PROMETHEUS = "up";

  private static final Pattern NAME =
      Pattern.compile("(?<![\\w\"])([a-z][a-z0-9_]*)(?=[{\\[]|\\s*(?:[<>=/)]|$))");
  private static final Pattern METRIC = Pattern.compile("metric=\"([^\"]+)\"");

  private static List<String> grafana() throws IOException {
    JsonNode dashboard = Json.MAPPER.readTree(FOLDER.resolve("grafana-dashboard.json").toFile());
    List<String> expressions = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        expressions.add(target.get("expr").asText());
      }
    }
    return expressions;
  }

  private static List<String> prometheus() throws IOException {
    JsonNode file = new YAMLMapper().readTree(FOLDER.resolve("prometheus-alerts.yaml").toFile());
    List<String> expressions = new ArrayList<>();
    for (JsonNode rule : file.at("/groups/0/rules")) {
      expressions.add(rule.get("expr").asText());
      assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
      assertThat(rule.at("/annotations/action").asText()).isNotBlank();
    }
    return expressions;
  }

  /** Names of meters in an expression: what is followed by a selector, a range or a comparison. */
  private static Set<String> names(List<String> expressions) {
    Set<String> names = new TreeSet<>();
    for (String expression : expressions) {
      String plain = expression.replaceAll("by \\([^)]*\\)", "").replaceAll("\\{[^}]*}", "{}");
      NAME.matcher(plain).results().map(name -> name.group(1)).forEach(names::add);
    }
    return names;
  }

  private static String metrics(Site site) {
    return new String(site.get("/metrics").body(), StandardCharsets.UTF_8);
  }

  private static Set<String> exposed(Site site) {
    good(site.get("/api/versions"));
    String metrics = metrics(site);
    for (int i = 0; i < 100 && !metrics.contains("clairscore_metric"); i++) {
      // The first look at the metrics comes a moment after the start.
      LockSupport.parkNanos(100_000_000);
      metrics = metrics(site);
    }
    Set<String> names = new TreeSet<>();
    metrics
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.split("[{ ]")[0]));
    return names;
  }

  @Test
  void everyMeterOfTheDashboardAndOfTheRulesIsExposed(Site site) throws IOException {
    Set<String> exposed = exposed(site);
    Set<String> asked = names(grafana());
    asked.addAll(names(prometheus()));
    assertThat(asked)
        .as("meters that the files name")
        .hasSizeGreaterThan(15)
        .contains("clairscore_requests_seconds_bucket", "clairscore_metric", "up");
    asked.remove(OF_PROMETHEUS);
    assertThat(exposed).containsAll(asked);
  }

  @Test
  void everyMeasureTheyNameIsOne() throws IOException {
    List<String> all = new ArrayList<>(grafana());
    all.addAll(prometheus());
    List<String> metrics =
        all.stream()
            .flatMap(expression -> METRIC.matcher(expression).results())
            .map(metric -> metric.group(1))
            .distinct()
            .toList();
    assertThat(metrics).hasSizeGreaterThan(8);
    assertThat(metrics).allSatisfy(metric -> assertThat(Metric.of(metric)).isPresent());
  }
}
