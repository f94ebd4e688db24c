package io.clairscore.pipelines.cli;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.pipelines.tracking.Promotion;
import io.clairscore.pipelines.tracking.Tracking;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a model champion if it passes the gate. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the model of a run champion if it passes the gate: cost, AUC, calibration, stability,",
      "fairness, latency, golden rows. The verdict is kept with the run. score, explain, export and",
      "drift follow the champion; export publishes it and makes it live."
    })
final class PromoteCommand extends WorkspaceCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "Run that trained the model (default: the challenger, trained last).")
  private String run;

  @Override
  String work(Application application) {
    String lines = String.join("\n", promotion(application).promote(Optional.ofNullable(run)));
    return lines
        + "\nThe model is champion: score, explain, export and drift follow it.\n"
        + String.join("\n", PublishedCommand.outlook(application.workspace()))
        + "\n";
  }

  static Promotion promotion(Application application) {
    return new Promotion(
        application.workspace(),
        application.conf(),
        new Tracking(application.workspace(), application.conf().tracking(), System.getenv()),
        Catalogue.core().hash(),
        application.progress());
  }
}
