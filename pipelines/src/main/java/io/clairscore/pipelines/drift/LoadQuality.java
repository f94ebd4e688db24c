package io.clairscore.pipelines.drift;

import io.clairscore.drift.verdict.DataQuality;
import io.clairscore.drift.verdict.TableQuality;
import io.clairscore.pipelines.ingest.FileCounts;
import io.clairscore.pipelines.ingest.FinishedLoads;
import io.clairscore.pipelines.ingest.IngestReport;
import io.clairscore.pipelines.run.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What ingest says of the newest load: each file, with the rows the load before accepted of it as
 * its reference. Of files that were never loaded, what it would say.
 */
final class LoadQuality {
  private LoadQuality() {}

  /** Empty if the workspace has no record of a load. */
  static Optional<DataQuality> of(Workspace workspace) {
    List<IngestReport> loads = FinishedLoads.of(workspace);
    if (loads.isEmpty()) {
      return Optional.empty();
    }
    IngestReport newest = loads.get(loads.size() - 1);
    List<FileCounts> before = loads.size() < 2 ? List.of() : loads.get(loads.size() - 2).files();
    return Optional.of(
        new DataQuality(
            newest.files().stream().map(file -> table(file, before)).toList(),
            LoadIssues.of(newest)));
  }

  /**
   * Of two populations.
   *
   * @param before files of the reference
   * @param after files of the current population
   */
  static DataQuality of(List<FileCounts> before, List<FileCounts> after) {
    long kept = before.stream().mapToLong(FileCounts::kept).sum();
    boolean alone = after.size() == 1;
    return new DataQuality(
        after.stream().map(file -> alone ? table(file, kept) : table(file, before)).toList(),
        LoadIssues.of(after));
  }

  private static TableQuality table(FileCounts file, List<FileCounts> before) {
    return table(
        file,
        before.stream()
            .filter(earlier -> earlier.file().equals(file.file()))
            .mapToLong(FileCounts::kept)
            .sum());
  }

  private static TableQuality table(FileCounts file, long kept) {
    return new TableQuality(
        file.file(),
        kept,
        file.kept(),
        file.quarantined(),
        rows(file.reasons(), LoadIssues::isDuplicate),
        rows(
            file.reasons(),
            reason -> !LoadIssues.column(reason).isEmpty() && !LoadIssues.isDuplicate(reason)));
  }

  private static long rows(Map<String, Long> reasons, Predicate<String> which) {
    return reasons.entrySet().stream()
        .filter(reason -> which.test(reason.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
