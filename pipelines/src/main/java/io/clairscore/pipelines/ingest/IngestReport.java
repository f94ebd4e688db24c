package io.clairscore.pipelines.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    List<Orphans> orphans) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public IngestReport {
    files = List.copyOf(files);
    absent = List.copyOf(absent);
    empty = List.copyOf(empty);
    tables = List.copyOf(tables);
    orphans = List.copyOf(orphans);
  }

  static IngestReport of(JsonNode json) {
    return JSON.convertValue(json, IngestReport.class);
  }

  public JsonNode json() {
    return JSON.valueToTree(this);
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

  /** The report for a person. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "%-24s %12s %12s %12s", "file", "read", "kept", "quarantined");
    for (FileCounts file : files) {
      line(
          text,
          "%-24s %,12d %,12d %,12d",
          file.file(),
          file.read(),
          file.kept(),
          file.quarantined());
      file.reasons().forEach((reason, rows) -> line(text, "  refused %,d: %s", rows, reason));
      file.unseen()
          .forEach((column, rows) -> line(text, "  unseen categories in %s: %,d", column, rows));
    }
    line(text, "%-24s %,12d %,12d %,12d", "total", read(), kept(), quarantined());
    for (String name : absent) {
      line(text, "%s: no file, counted as no rows", name);
    }
    for (String name : empty) {
      line(text, "%s: a header and no row", name);
    }
    for (TableChange table : tables) {
      line(
          text,
          "raw.%s: %,d added, %,d changed, %,d unchanged",
          table.table(),
          table.added(),
          table.changed(),
          table.unchanged());
    }
    for (Orphans found : orphans) {
      if (found.orphans() > 0) {
        line(
            text,
            "%s: %,d of %,d rows wait for their %s",
            found.child(),
            found.orphans(),
            found.rows(),
            found.parent());
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
