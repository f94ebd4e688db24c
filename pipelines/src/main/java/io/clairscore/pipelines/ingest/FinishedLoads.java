package io.clairscore.pipelines.ingest;

import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.run.Workspace;
import java.util.List;
import java.util.Optional;

/** The loads of a workspace that came to their end and whose records are still there. */
public final class FinishedLoads {
  private FinishedLoads() {}

  /** Their reports, from the first load on. */
  public static List<IngestReport> of(Workspace workspace) {
    return new LoadLedger(workspace)
        .runs().stream()
            .map(run -> new RunJournal(workspace, run).result(IngestStep.STEP, IngestReport.class))
            .flatMap(Optional::stream)
            .toList();
  }
}
