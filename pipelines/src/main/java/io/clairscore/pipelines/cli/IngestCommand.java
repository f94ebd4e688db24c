package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.ingest.IngestRequest;
import io.clairscore.pipelines.ingest.IngestStep;
import io.clairscore.pipelines.run.Report;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the source files. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description =
        "Loads a folder of source files into the raw tables; refused rows are kept apart.")
final class IngestCommand extends WorkspaceCommand {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder of the files, plain or gzipped CSV.")
  private Path data;

  @Override
  Report work(Application application) {
    return application.call("ingest", job -> IngestStep.run(job, new IngestRequest(data)));
  }
}
