package io.clairscore.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Test
  void aStepThatTakesLessThanAQuarterOfAMinuteHasNoLineOfItsOwnInALog() {
    Progress progress = progress(false);
    progress.step(3, 6, "features");
    progress.expect(24_000, "clients");
    progress.written(12_000);
    progress.say("done");
    assertThat(lines()).containsExactly("[00:00] == 3 of 6: features", "[00:00]    done");
  }

  @Test
  void aTerminalShowsRowsOfTheStepAndNeverMoreThanThereAre() throws InterruptedException {
    Progress progress = progress(true);
    progress.step(3, 6, "features");
    progress.expect(24_000, "clients");
    Thread.sleep(250);
    progress.written(12_000);
    assertThat(told()).endsWith("   features: 12,000 of 24,000 clients");
    Thread.sleep(250);
    progress.written(13_000);
    assertThat(told()).endsWith("   features: 25,000 of 25,000 clients");
  }

  @Test
  void rowsOfWhichNobodyKnowsTheNumberAreCountedOnly() throws InterruptedException {
    Progress progress = progress(true);
    progress.step("ingest");
    Thread.sleep(250);
    progress.written(0);
    progress.written(7);
    assertThat(told()).endsWith("   ingest: 7 rows written");
  }

  private Progress progress(boolean terminal) {
    return new Progress(new PrintStream(told, true, StandardCharsets.UTF_8), terminal);
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private List<String> lines() {
    return told().lines().toList();
  }
}
