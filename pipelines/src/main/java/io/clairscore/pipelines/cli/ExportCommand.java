package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.export.ExportRequest;
import io.clairscore.pipelines.export.ExportStep;
import io.clairscore.pipelines.run.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a version for the service. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes model, clients and population to published/<version>, whole or not at all.",
      "The version becomes live unless another model is champion, and old ones are removed"
          + " (published.keep)."
    })
final class ExportCommand extends WorkspaceCommand {

  @Mixin private ModelOption model;

  @Option(
      names = "--version-name",
      paramLabel = "NAME",
      description =
          "Name of the version (default: the run id). A version that stands keeps its name: the new"
              + " one has a number behind.")
  private String version;

  @Override
  Report work(Application application) {
    String name = version == null ? application.runId() : version;
    ExportRequest request = new ExportRequest(model.folder(application), name);
    return application.call("export", job -> ExportStep.run(job, request));
  }
}
