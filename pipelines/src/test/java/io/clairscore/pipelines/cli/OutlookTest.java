package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.scoring.ScoreReport;
import io.clairscore.scorer.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlookTest {
  @TempDir Path folder;

  @Test
  void filesThatAreThereAndCommandsThatCanBePastedFollowWhatAStepDid() throws IOException {
    Path work = folder.resolve("client's work");
    Path card = work.resolve("runs/r1/documents/model-card.en.pdf");
    Files.createDirectories(card.getParent());
    Files.writeString(card, "# Model card");
    Report told =
        Outlook.of(application(work))
            .documents()
            .explain(scores(4711))
            .after(() -> List.of("done"));

    assertThat(told.lines()).startsWith("done", "", "== What to look at next").hasSize(6);
    assertThat(told.lines().get(3)).startsWith("model card").endsWith(" " + card);
    assertThat(told.lines().get(4))
        .startsWith("explain a refusal")
        .endsWith(
            "clairscore explain --client 4711 --workspace '" + folder + "/client'\\''s work'");
  }

  @Test
  void theStandardWorkspaceNeedsNoOptionAndNobodyRefusedNoExplanation() {
    Report told =
        Outlook.of(application(Path.of("work"))).explain(scores(null)).drift().after(List::of);
    assertThat(told.lines()).hasSize(4);
    assertThat(told.lines().get(2)).endsWith("clairscore clients");
    assertThat(told.lines().get(3)).endsWith("clairscore drift");
  }

  @Test
  void levelsOfAReportStandInTheirOrderWithTheirWords() {
    assertThat(scores(1).lines()).contains("very low risk 2, medium risk 1,500, high risk 3");
  }

  private static Application application(Path work) {
    return new Application(
        new Workspace(work),
        ConfigurationReader.read(null, Map.of(), List.of()),
        "r1",
        new Progress(System.err, false));
  }

  private static ScoreReport scores(Integer refused) {
    Map<Level, Long> levels =
        new TreeMap<>(
            Map.of(Level.HIGH_RISK, 3L, Level.MEDIUM_RISK, 1500L, Level.VERY_LOW_RISK, 2L));
    return new ScoreReport("2026-01-05", "r1", 0, 1505, 3, 0, 0.08, levels, refused);
  }
}
