package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.scoring.ScoreOptions;
import io.clairscore.pipelines.scoring.ScoreStep;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores clients in a batch. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Scores the new clients with a model; the scores of a date are replaced.")
final class ScoreCommand extends WorkspaceCommand {

  @Option(
      names = "--model",
      paramLabel = "RUN",
      description =
          "Run that trained the model (default: the champion, else the model trained last).")
  private String model;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Scoring date (default: today, UTC).")
  private LocalDate date = LocalDate.now(ZoneOffset.UTC);

  @Option(names = "--all", description = "Scores clients with a known outcome as well.")
  private boolean all;

  @Option(
      names = "--submission",
      paramLabel = "FILE",
      description = "Also writes a CSV in the layout of Kaggle's submissions.")
  private Path submission;

  @Override
  String work(Application application) {
    Path bundle = Models.followed(application, model);
    ScoreOptions options = new ScoreOptions(all, Optional.ofNullable(submission));
    return String.join(
            "\n",
            application.call("score", job -> ScoreStep.run(job, bundle, date, options)).lines())
        + "\n";
  }
}
