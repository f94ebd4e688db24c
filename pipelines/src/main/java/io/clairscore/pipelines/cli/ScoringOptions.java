package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.scoring.ScoreRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command asks that scores. */
final class ScoringOptions {

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Scoring date (default: today, UTC).")
  private LocalDate date = LocalDate.now(ZoneOffset.UTC);

  @Option(
      names = "--submission",
      paramLabel = "FILE",
      description = "Also writes a CSV in the layout of Kaggle's submissions.")
  private Path submission;

  ScoreRequest request(Path model, boolean all) {
    return new ScoreRequest(model, date, all, Optional.ofNullable(submission));
  }
}
