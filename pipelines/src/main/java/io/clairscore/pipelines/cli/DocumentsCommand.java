package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.documents.Documents;
import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.RunLock;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes the documents of a run again, after a study or a drift report. It needs no Spark, and is
 * no run of its own: it leaves nothing but the documents.
 */
@Command(
    name = "documents",
    mixinStandardHelpOptions = true,
    description =
        "Writes model card, methodology note (Markdown, page and PDF) and comparison page of a run to"
            + " runs/<run>/documents, from the run's own files.")
final class DocumentsCommand implements Callable<Integer> {

  @Mixin private Options options;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Run that trained the model (default: the model trained last).")
  private String run;

  @Override
  public Integer call() throws IOException {
    Workspace workspace = options.workspace();
    String trained = Models.folder(workspace, run).getFileName().toString();
    RunLock lock = RunLock.take(workspace, "documents of " + trained);
    try {
      System.out.println(Documents.write(workspace, trained, options.configuration().documents()));
      return ExitCode.DONE.status();
    } finally {
      lock.close();
    }
  }
}
