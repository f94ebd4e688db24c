package io.clairscore.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.service.conf.ServiceSettings;
import io.clairscore.service.http.Json;
import io.clairscore.service.model.PublishedFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The visit of docs/api.md is true: its commands run as they stand, and are answered as it says.
 */
class VisitTest {
  private static final Path PAGE = Path.of("../../docs/api.md");
  private static final Pattern STEP =
      Pattern.compile("```sh\n(.*?)```(?:\n```json\n(.*?)```)?", Pattern.DOTALL);
  private static final String ANYTHING = "\u2026";
  private static final int FEWEST = 10;

  record Step(String commands, JsonNode answer) {}

  @Test
  void everyCommandIsAnsweredAsThePageSays(@TempDir Path folder) throws Exception {
    assumeTrue(runs("curl"), "SKIPPED VisitTest: no curl here; apt-get install curl has it");
    List<Step> steps = steps(Files.readString(PAGE));
    assertThat(steps).hasSizeGreaterThanOrEqualTo(FEWEST);
    PublishedFixture.live(folder.resolve("published"));
    List<String> settings =
        List.of(
            "published=" + folder.resolve("published"),
            "store.url=jdbc:sqlite:" + folder.resolve("clairscore.db"),
            "server.port=0",
            "server.accessLog=false");
    try (Service service = Service.start(ServiceSettings.read(null, Map.of(), settings), false)) {
      run(folder, steps, service);
      for (int i = 0; i < steps.size(); i++) {
        String said = Files.readString(folder.resolve("answer-" + i));
        if (steps.get(i).answer() != null) {
          assertAgrees(steps.get(i).answer(), Json.MAPPER.readTree(said), steps.get(i).commands());
        }
      }
    }
  }

  private static void run(Path folder, List<Step> steps, Service service) throws Exception {
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    for (int i = 0; i < steps.size(); i++) {
      script
          .append("{\n")
          .append(steps.get(i).commands())
          .append("} > answer-" + i)
          .append(" || { cat answer-" + i + " >&2; exit 1; }\n");
    }
    Path file = Files.writeString(folder.resolve("visit.sh"), script);
    ProcessBuilder builder =
        new ProcessBuilder("bash", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("BASE", service.address());
    builder
        .environment()
        .put("ONE_TIME", service.firstAdministrator().orElseThrow().password().orElseThrow());
    Process visit = builder.start();
    String said = new String(visit.getInputStream().readAllBytes());
    assertThat(visit.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(visit.exitValue()).as(said).isZero();
  }

  /** The steps of the page, with the answers it shows. */
  private static List<Step> steps(String page) throws IOException {
    List<Step> steps = new ArrayList<>();
    Matcher found = STEP.matcher(page);
    while (found.find()) {
      steps.add(
          new Step(
              found.group(1),
              found.group(2) == null ? null : Json.MAPPER.readTree(found.group(2))));
    }
    return steps;
  }

  /** Every member that the page shows is in the answer, with its value or any where it says so. */
  private static void assertAgrees(JsonNode shown, JsonNode said, String where) {
    if (shown.isTextual() && shown.asText().equals(ANYTHING)) {
      assertThat(said.isMissingNode() || said.isNull()).as(where).isFalse();
    } else if (shown.isObject()) {
      shown
          .fields()
          .forEachRemaining(
              member ->
                  assertAgrees(
                      member.getValue(),
                      said.path(member.getKey()),
                      where + " -> " + member.getKey() + " in " + said));
    } else if (shown.isArray()) {
      assertThat(said.size()).as(where).isEqualTo(shown.size());
      for (int i = 0; i < shown.size(); i++) {
        assertAgrees(shown.get(i), said.path(i), where);
      }
    } else {
      assertThat(said).as(where).isEqualTo(shown);
    }
  }

  private static boolean runs(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
