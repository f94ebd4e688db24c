package io.clairscore.pipelines.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.run.CrashMoment;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.StorageFailure;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Loads a folder of CSV files in Kaggle's layout into the raw tables. Every file is read to its end
 * into a staging area before the first row becomes visible; what is published afterwards is
 * complete. A run that was cut off continues; a run that was finished only repeats its report.
 */
public final class IngestStep {
  static final String STEP = "ingest";
  private static final long CHUNK_BYTES = 64L << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final long chunkBytes;

  public IngestStep() {
    this(CHUNK_BYTES);
  }

  /** A step whose tasks read at most so many bytes of a plain file. */
  IngestStep(long chunkBytes) {
    this.chunkBytes = chunkBytes;
  }

  /**
   * Loads the files.
   *
   * @param dataFolder folder of {@code <file>.csv} or {@code <file>.csv.gz}
   * @return what became of every row
   * @throws Refusal if the files cannot be used or the tables cannot be written; no row of this
   *     load is visible then
   */
  public IngestReport run(Job job, Path dataFolder) {
    DataFolder data = DataFolder.open(dataFolder);
    RunJournal journal = new RunJournal(job.workspace(), job.runId());
    String input = data.fingerprint();
    try {
      JsonNode result = journal.once(STEP, input, () -> load(job, data, journal, input).json());
      return IngestReport.of(result);
    } catch (RuntimeException e) {
      throw StorageFailure.explain(job.workspace().root(), e);
    }
  }

  private IngestReport load(Job job, DataFolder data, RunJournal journal, String input) {
    int load = new LoadLedger(job.workspace()).number(job.runId());
    CrashMoment.INGEST_LOAD_NUMBERED.reach();
    Staging staging = Staging.of(job.workspace(), job.runId());
    JsonNode record =
        journal.once(
            STEP + "-stage", input, () -> JSON.valueToTree(stage(job, data, staging, load)));
    CrashMoment.INGEST_STAGE_RECORDED.reach();
    List<StagedTable> staged = JSON.convertValue(record, new TypeReference<>() {});
    // Recorded before the staging area goes: a run cut off while deleting it must not need it.
    JsonNode outcome =
        journal.once(
            STEP + "-publish", input, () -> JSON.valueToTree(publish(job, staging, staged)));
    Published published = JSON.convertValue(outcome, Published.class);
    CrashMoment.INGEST_ALL_PUBLISHED.reach();
    DeltaFolders.delete(job.spark(), staging.folder());
    CrashMoment.INGEST_STAGING_REMOVED.reach();
    List<FileCounts> files = staged.stream().flatMap(table -> table.files().stream()).toList();
    List<String> empty =
        files.stream().filter(file -> file.read() == 0).map(FileCounts::file).toList();
    return new IngestReport(
        job.runId(), load, files, data.absent(), empty, published.changes(), published.orphans());
  }

  private List<StagedTable> stage(Job job, DataFolder data, Staging staging, int load) {
    List<StagedTable> staged = new ArrayList<>();
    try {
      for (Table table : Table.values()) {
        List<SourceFile> files = data.files(table);
        if (!files.isEmpty()) {
          StagedTable done = new TableStage(job, staging, table, load, files, chunkBytes).stage();
          say(job, done);
          refuseNoClients(table, done, data);
          staged.add(done);
        }
      }
    } catch (RuntimeException e) {
      removeAfter(e, job, staging);
      throw e;
    }
    data.absent().forEach(name -> job.progress().say(name + ": no file, counted as no rows"));
    CrashMoment.INGEST_ALL_STAGED.reach();
    return staged;
  }

  /** A disk that cannot be written often cannot be cleaned either: the first failure counts. */
  private static void removeAfter(RuntimeException failure, Job job, Staging staging) {
    try {
      DeltaFolders.delete(job.spark(), staging.folder());
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void refuseNoClients(Table table, StagedTable staged, DataFolder data) {
    if (table == Table.APPLICATION && staged.kept() == 0) {
      Map<String, Long> reasons = new TreeMap<>();
      staged.files().forEach(f -> f.reasons().forEach((r, n) -> reasons.merge(r, n, Long::sum)));
      throw IngestErrors.noClients(data.folder(), reasons);
    }
  }

  private static Published publish(Job job, Staging staging, List<StagedTable> staged) {
    List<Table> tables =
        staged.stream().map(done -> Table.named(done.table()).orElseThrow()).toList();
    Quarantine quarantine = new Quarantine(job);
    quarantine.replace(staging, tables);
    CrashMoment.INGEST_QUARANTINE_WRITTEN.reach();
    long expected = staged.stream().mapToLong(StagedTable::quarantined).sum();
    if (quarantine.count() != expected) {
      throw new IllegalStateException(
          "Quarantine holds " + quarantine.count() + " rows of this run, not " + expected);
    }
    List<TableChange> changes = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      changes.add(new Publication(job, staging, tables.get(i)).publish(staged.get(i).kept()));
      (i == 0 ? CrashMoment.INGEST_FIRST_TABLE_PUBLISHED : CrashMoment.INGEST_TABLE_PUBLISHED)
          .reach();
    }
    return new Published(changes, new ForeignKeys(job.spark(), job.workspace()).check());
  }

  private static void say(Job job, StagedTable table) {
    for (FileCounts file : table.files()) {
      job.progress()
          .say(
              String.format(
                  Locale.ROOT,
                  "%s: %,d rows read, %,d kept, %,d quarantined",
                  file.file(),
                  file.read(),
                  file.kept(),
                  file.quarantined()));
    }
  }
}
