package io.clairscore.pipelines.ingest;

import io.clairscore.pipelines.run.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a load did, row by row accounted for.
 *
 * @param runId run that loaded
 * @param load number of the load in its workspace, from 1
 * @param files every file that was read
 * @param absent published names without a file: none of their rows
 * @param empty files that hold a header and no row
 * @param tables what happened to each raw table
 * @param orphans every reference, checked over the whole raw tables
 */
public record IngestReport(
    String runId,
    int load,
    List<FileCounts> files,
    List<String> absent,
    List<String> empty,
    List<TableChange> tables,
    List<Orphans> orphans)
    implements Report {

  public IngestReport {
    files = List.copyOf(files);
    absent = List.copyOf(absent);
    empty = List.copyOf(empty);
    tables = List.copyOf(tables);
    orphans = List.copyOf(orphans);
  }

  /** Rows read from all files. */
  public long read() {
    return files.stream().mapToLong(FileCounts::read).sum();
  }

  public long kept() {
    return files.stream().mapToLong(FileCounts::kept).sum();
  }

  public long quarantined() {
    return files.stream().mapToLong(FileCounts::quarantined).sum();
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(text("%-24s %12s %12s %12s", "file", "read", "kept", "quarantined"));
    for (FileCounts file : files) {
      lines.add(counts(file.file(), file.read(), file.kept(), file.quarantined()));
      file.reasons().forEach((reason, rows) -> lines.add(text("  refused %,d: %s", rows, reason)));
      file.unseen()
          .forEach(
              (column, rows) -> lines.add(text("  unseen categories in %s: %,d", column, rows)));
    }
    lines.add(counts("total", read(), kept(), quarantined()));
    absent.forEach(name -> lines.add(name + ": no file, counted as no rows"));
    empty.forEach(name -> lines.add(name + ": a header and no row"));
    tables.forEach(
        table ->
            lines.add(
                text(
                    "raw.%s: %,d added, %,d changed, %,d unchanged",
                    table.table(), table.added(), table.changed(), table.unchanged())));
    orphans.stream().filter(found -> found.orphans() > 0).forEach(found -> lines.add(text(found)));
    return lines;
  }

  private static String text(Orphans found) {
    return text(
        "%s: %,d of %,d rows wait for their %s",
        found.child(), found.orphans(), found.rows(), found.parent());
  }

  private static String counts(String name, long read, long kept, long quarantined) {
    return text("%-24s %,12d %,12d %,12d", name, read, kept, quarantined);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
