package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.export.ExportStep;
import io.clairscore.pipelines.run.Report;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Publishes a version for the service. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Publishes model, clients and profiles to published/<version>, whole or not at all.")
final class ExportCommand extends WorkspaceCommand {

  @Option(
      names = "--model",
      paramLabel = "RUN",
      description = "Run that trained the model (default: the model trained last).")
  private String model;

  @Option(
      names = "--version-name",
      paramLabel = "NAME",
      description = "Name of the version (default: the run id).")
  private String version;

  @Override
  Report work(Application application) {
    Path bundle = Models.folder(application.workspace(), model);
    String name = version == null ? application.runId() : version;
    return application.call("export", job -> ExportStep.run(job, bundle, name));
  }
}
