package io.clairscore.pipelines.cli;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.tracking.Promotion;
import io.clairscore.pipelines.tracking.Tracking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a model champion if it passes the gate. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the model of a run champion if it passes the gate.",
      "The gate asks for inputs that may be told, cost, AUC, calibration, stability, fairness,"
          + " latency and golden rows; its"
          + " verdict is kept with the run. score, explain, export and drift follow the champion;"
          + " export publishes it and makes it live."
    })
final class PromoteCommand extends WorkspaceCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "Run that trained the model (default: the challenger, trained last).")
  private String run;

  @Option(
      names = "--full-profile",
      description = "Allow a model with inputs that may not be told to a client, for research.")
  private boolean allInputs;

  @Override
  Report work(Application application) {
    List<String> lines =
        new ArrayList<>(promotion(application).promote(Optional.ofNullable(run), allInputs));
    lines.add("The model is champion: score, explain, export and drift follow it.");
    lines.addAll(PublishedCommand.outlook(application.workspace()));
    return () -> lines;
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
