package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.documents.Documents;
import io.clairscore.pipelines.tracking.TrackedTraining;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainReport;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains and judges a model. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description =
        "Trains a model on the labelled clients, writes its bundle to models/<run id> and its"
            + " documents to runs/<run id>/documents.")
final class TrainCommand extends WorkspaceCommand {

  @Option(
      names = "--allow-leakage",
      split = ",",
      paramLabel = "NAME",
      description = "Leakage alarms that were looked into: names of features, or 'model'.")
  private Set<String> allowed = Set.of();

  @Override
  String work(Application application) {
    TrainReport report =
        application.callTraining(
            job -> TrackedTraining.run(job, new TrainOptions(allowed), System.getenv()));
    application.progress().say("writing documents");
    Documents.write(application.workspace(), application.runId());
    return String.join("\n", report.lines()) + "\n";
  }
}
