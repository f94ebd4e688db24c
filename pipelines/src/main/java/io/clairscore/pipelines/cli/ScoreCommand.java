package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.scoring.ScoreReport;
import io.clairscore.pipelines.scoring.ScoreRequest;
import io.clairscore.pipelines.scoring.ScoreStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores clients in a batch. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Scores the new clients with a model; the scores of a date are replaced.")
final class ScoreCommand extends WorkspaceCommand {

  @Mixin private ModelOption model;

  @Mixin private ScoringOptions scoring;

  @Option(names = "--all", description = "Scores clients with a known outcome as well.")
  private boolean all;

  @Override
  Report work(Application application) {
    ScoreRequest request = scoring.request(model.folder(application), all);
    ScoreReport scores = application.call("score", job -> ScoreStep.run(job, request));
    return Outlook.of(application).explain(scores).after(scores);
  }
}
