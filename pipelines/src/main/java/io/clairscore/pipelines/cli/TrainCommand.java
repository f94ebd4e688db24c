package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.documents.Documents;
import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.tracking.TrackedTraining;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains and judges a model. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description =
        "Trains a model on the labelled clients, writes its bundle to models/<run id> and its"
            + " documents to runs/<run id>/documents.")
final class TrainCommand extends WorkspaceCommand {

  @Mixin private LeakageOption leakage;

  @Override
  Report work(Application application) {
    TrainOptions options = new TrainOptions(leakage.allowed());
    TrainReport report =
        application.callTraining(job -> TrackedTraining.run(job, options, System.getenv()));
    application.progress().say("writing documents");
    Documents.write(application.workspace(), application.runId(), application.conf().documents());
    return Outlook.of(application).documents().promote().after(report);
  }
}
