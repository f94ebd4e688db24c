package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.export.ExportStep;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Publishes a version for the service. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes model, clients and profiles to published/<version>, whole or not at all, makes",
      "the version live unless another model is champion, and removes old ones (published.keep)."
    })
final class ExportCommand extends WorkspaceCommand {

  @Option(
      names = "--model",
      paramLabel = "RUN",
      description =
          "Run that trained the model (default: the champion, else the model trained last).")
  private String model;

  @Option(
      names = "--version-name",
      paramLabel = "NAME",
      description = {
        "Name of the version (default: the run id). A version that stands keeps its name: the new",
        "one has a number behind."
      })
  private String version;

  @Override
  String work(Application application) {
    Path bundle = Models.followed(application, model);
    String name = version == null ? application.runId() : version;
    return String.join(
            "\n", application.call("export", job -> ExportStep.run(job, bundle, name)).lines())
        + "\n";
  }
}
