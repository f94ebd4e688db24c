package io.clairscore.pipelines.ingest;

import static org.apache.spark.sql.functions.lit;

import io.clairscore.features.files.CrashPoint;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Reads the files of one table once and stages their rows, refused ones apart. */
final class TableStage {
  /** So that a gzip file, which one task reads, still gives files that many tasks can read. */
  private static final long ROWS_PER_FILE = 4_000_000;

  private final Job job;
  private final Staging staging;
  private final Table table;
  private final int load;
  private final ParsedFiles parsed;
  private final List<SourceFile> files;
  private final List<Chunk> chunks;

  TableStage(
      Job job, Staging staging, Table table, int load, List<SourceFile> files, long chunkBytes) {
    this.job = job;
    this.staging = staging;
    this.table = table;
    this.load = load;
    this.files = files;
    this.chunks = Chunks.of(files, chunkBytes);
    this.parsed = new ParsedFiles(job.spark(), table);
  }

  StagedTable stage() {
    List<Path> leftovers =
        List.of(
            staging.rows(table),
            staging.refusedLines(table),
            staging.repetitions(table),
            staging.quarantine(table));
    leftovers.forEach(folder -> DeltaFolders.delete(job.spark(), folder));
    write(parsed.rows(chunks, staging.refusedLines(table)));
    List<ChunkReport> reports = parsed.reports();
    refuseDamage(reports);
    CrashPoint.reach("ingest.table-staged");
    StagedTable counts = new StagedTable(table.schema().name(), counts(reports));
    Map<String, Map<String, Long>> repeated = removeRepetitions(reports);
    counts =
        new StagedTable(
            counts.table(),
            counts.files().stream()
                .map(file -> file.refuse(repeated.getOrDefault(file.file(), Map.of())))
                .toList());
    new RefusedRows(job.spark(), staging, table).write(reports, job.runId());
    verify(counts);
    return counts;
  }

  private void write(Dataset<Row> rows) {
    rows.drop(StagedRows.FILE, StagedRows.LINE, StagedRows.TEXT)
        .withColumn("_load", lit(load))
        .write()
        .format("delta")
        .mode(SaveMode.ErrorIfExists)
        .option("delta.enableChangeDataFeed", "true")
        .option("maxRecordsPerFile", ROWS_PER_FILE)
        .save(staging.rows(table).toString());
  }

  private Map<String, Map<String, Long>> removeRepetitions(List<ChunkReport> reports) {
    if (table.schema().primaryKey().isEmpty()) {
      return Map.of();
    }
    KeySet keys = new KeySet(table.schema().primaryKey());
    reports.forEach(report -> keys.addAll(report.keys()));
    if (keys.repeated().isEmpty()) {
      return Map.of();
    }
    // Rare, so it may cost another reading of the files: nothing else keeps their lines.
    Repetitions repetitions = new Repetitions(job.spark(), staging, table);
    Dataset<Row> located = parsed.located(Chunks.numbered(reports), keys.repeated());
    Map<String, Map<String, Long>> counts = repetitions.find(located, files);
    DeltaFolders.delete(job.spark(), staging.rows(table));
    write(repetitions.remove(located));
    CrashPoint.reach("ingest.duplicates-removed");
    return counts;
  }

  private static void refuseDamage(List<ChunkReport> reports) {
    for (ChunkReport report : reports) {
      if (report.damage() != null) {
        throw IngestErrors.damaged(report.chunk().source().path(), report.damage());
      }
    }
  }

  private List<FileCounts> counts(List<ChunkReport> reports) {
    List<FileCounts> counts = new ArrayList<>();
    for (SourceFile file : files) {
      long read = 0;
      long kept = 0;
      Map<String, Long> reasons = new HashMap<>();
      Map<String, Long> unseen = new HashMap<>();
      for (ChunkReport report : reports) {
        if (report.chunk().source().name().equals(file.name())) {
          read += report.read();
          kept += report.kept();
          report.reasons().forEach((reason, rows) -> reasons.merge(reason, rows, Long::sum));
          report.unseen().forEach((column, rows) -> unseen.merge(column, rows, Long::sum));
        }
      }
      counts.add(
          new FileCounts(file.name(), file.bytes(), read, kept, read - kept, reasons, unseen));
    }
    return counts;
  }

  /** What was counted while parsing must be what was written. */
  private void verify(StagedTable counts) {
    long rows = DeltaFolders.rowsOfFirstCommit(staging.rows(table));
    long refused = new RefusedRows(job.spark(), staging, table).count();
    if (rows != counts.kept() || refused != counts.quarantined()) {
      throw new IllegalStateException(
          counts.table()
              + ": counted "
              + counts.kept()
              + " rows and "
              + counts.quarantined()
              + " refused ones, but wrote "
              + rows
              + " and "
              + refused);
    }
  }
}
