package io.clairscore.pipelines.cli;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.pipelines.drift.HistoryRequest;
import io.clairscore.pipelines.drift.HistoryStep;
import io.clairscore.pipelines.run.Report;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how drift went over time. */
@Command(
    name = "drift-history",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the history of the drift reports there are: one page per language and history.json.",
      "The command drift does so, too, after each report."
    })
final class DriftHistoryCommand extends WorkspaceCommand {

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "" + ReportFolder.STANDARD_REPORTS,
      description = "The newest N reports (default: ${DEFAULT-VALUE}).")
  private int last;

  @Mixin private DriftOutput output;

  @Override
  Report work(Application application) {
    Path folder = output.folder().orElse(application.workspace().driftReports());
    HistoryRequest request = new HistoryRequest(folder, output.languages(), last);
    return HistoryStep.run(request);
  }
}
