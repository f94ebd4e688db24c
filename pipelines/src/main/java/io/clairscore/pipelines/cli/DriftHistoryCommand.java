package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.drift.HistoryStep;
import io.clairscore.pipelines.run.Report;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
      defaultValue = "" + HistoryStep.STANDARD_REPORTS,
      description = "The newest N reports (default: ${DEFAULT-VALUE}).")
  private int last;

  @Option(
      names = "--language",
      paramLabel = "fr|en",
      description = "Writes one page in this language (default: one in each).")
  private String language;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of the reports (default: reports/drift of the workspace).")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  Report work(Application application) {
    if (last < 1) {
      throw new ParameterException(spec.commandLine(), "--last must be at least 1, it is " + last);
    }
    Path folder = out == null ? application.workspace().driftReports() : out;
    List<String> lines =
        HistoryStep.run(folder, application.conf().drift(), Languages.of(spec, language), last);
    return () -> lines;
  }
}
