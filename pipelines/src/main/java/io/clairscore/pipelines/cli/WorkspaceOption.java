package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.run.Workspace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a workspace. */
final class WorkspaceOption {

  @Option(
      names = "--workspace",
      paramLabel = "FOLDER",
      defaultValue = "work",
      description = "Where tables, models and runs live (default: ${DEFAULT-VALUE}).")
  private Path folder;

  Workspace workspace() {
    return new Workspace(folder);
  }
}
