package io.clairscore.pipelines.ingest;

import io.clairscore.features.files.CrashPoint;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.io.UncheckedIOException;
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

  private final Job job;
  private final DataFolder data;
  private final Staging staging;
  private final long chunkBytes;

  private IngestStep(Job job, DataFolder data, long chunkBytes) {
    this.job = job;
    this.data = data;
    this.staging = Staging.of(job.workspace(), job.runId());
    this.chunkBytes = chunkBytes;
  }

  /**
   * Loads the files.
   *
   * @return what became of every row
   * @throws Refusal if the files cannot be used or the tables cannot be written; no row of this
   *     load is visible then
   */
  public static IngestReport run(Job job, IngestRequest request) {
    DataFolder data = DataFolder.open(request.folder());
    IngestStep step = new IngestStep(job, data, request.chunkBytes());
    String input = data.fingerprint();
    return job.once(
        STEP, input, job.workspace().root(), IngestReport.class, () -> step.load(input));
  }

  private IngestReport load(String input) {
    RunJournal journal = job.journal();
    int load = new LoadLedger(job.workspace()).number(job.runId());
    CrashPoint.reach("ingest.load-numbered");
    List<StagedTable> staged =
        List.of(journal.once(STEP + "-stage", input, StagedTable[].class, () -> stage(load)));
    CrashPoint.reach("ingest.stage-recorded");
    // Recorded before the staging area goes: a run cut off while deleting it must not need it.
    Published published =
        journal.once(STEP + "-publish", input, Published.class, () -> publish(staged));
    CrashPoint.reach("ingest.all-published");
    DeltaFolders.delete(job.spark(), staging.folder());
    CrashPoint.reach("ingest.staging-removed");
    List<FileCounts> files = staged.stream().flatMap(table -> table.files().stream()).toList();
    List<String> empty =
        files.stream().filter(file -> file.read() == 0).map(FileCounts::file).toList();
    return new IngestReport(
        job.runId(), load, files, data.absent(), empty, published.changes(), published.orphans());
  }

  private StagedTable[] stage(int load) {
    List<StagedTable> staged = new ArrayList<>();
    try {
      for (Table table : Table.values()) {
        List<SourceFile> files = data.files(table);
        if (!files.isEmpty()) {
          StagedTable done = new TableStage(job, staging, table, load, files, chunkBytes).stage();
          say(done);
          refuseNoClients(table, done);
          refuseNothingKept(done);
          staged.add(done);
        }
      }
    } catch (RuntimeException e) {
      removeAfter(e);
      throw e;
    }
    data.absent().forEach(name -> job.progress().say(name + ": no file, counted as no rows"));
    CrashPoint.reach("ingest.all-staged");
    return staged.toArray(StagedTable[]::new);
  }

  /** A disk that cannot be written often cannot be cleaned either: the first failure counts. */
  private void removeAfter(RuntimeException failure) {
    try {
      DeltaFolders.delete(job.spark(), staging.folder());
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  private void refuseNoClients(Table table, StagedTable staged) {
    if (table == Table.APPLICATION && staged.kept() == 0) {
      Map<String, Long> reasons = new TreeMap<>();
      staged.files().forEach(f -> f.reasons().forEach((r, n) -> reasons.merge(r, n, Long::sum)));
      throw IngestErrors.noClients(data.folder(), reasons);
    }
  }

  /** A file of which nothing is left is another file than the one meant, not one with bad rows. */
  private static void refuseNothingKept(StagedTable staged) {
    for (FileCounts file : staged.files()) {
      if (file.read() > 0 && file.kept() == 0) {
        throw IngestErrors.nothingKept(file);
      }
    }
  }

  private Published publish(List<StagedTable> staged) {
    List<Table> tables =
        staged.stream().map(done -> Table.named(done.table()).orElseThrow()).toList();
    Quarantine quarantine = new Quarantine(job);
    quarantine.replace(staging, tables);
    CrashPoint.reach("ingest.quarantine-written");
    long expected = staged.stream().mapToLong(StagedTable::quarantined).sum();
    if (quarantine.count() != expected) {
      throw new IllegalStateException(
          "Quarantine holds " + quarantine.count() + " rows of this run, not " + expected);
    }
    List<TableChange> changes = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      changes.add(new Publication(job, staging, tables.get(i)).publish(staged.get(i).kept()));
      CrashPoint.reach(i == 0 ? "ingest.first-table-published" : "ingest.table-published");
    }
    return new Published(changes, new ForeignKeys(job.spark(), job.workspace()).check());
  }

  private void say(StagedTable table) {
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
