package io.clairscore.pipelines.run;

import io.clairscore.features.schema.Table;
import java.nio.file.Path;

/**
 * Where a lender's tables, models and runs live: one folder with a fixed layout.
 *
 * @param root the folder; it is created when something is first written
 */
public record Workspace(Path root) {

  public Workspace {
    root = root.toAbsolutePath().normalize();
  }

  /** Delta table of the accepted rows of one source table. */
  public Path raw(Table table) {
    return root.resolve("tables/raw").resolve(table.schema().name());
  }

  /** Delta table of the rows refused at ingest. */
  public Path quarantine() {
    return root.resolve("tables/quarantine");
  }

  /** Delta table of one row per client with nested histories. */
  public Path dossiers() {
    return root.resolve("tables/dossiers");
  }

  /** Delta table of one feature vector per client. */
  public Path features() {
    return root.resolve("tables/features");
  }

  /** Delta table of labelled clients with their folds. */
  public Path training() {
    return root.resolve("tables/training");
  }

  /** Delta table of scores by scoring date. */
  public Path scores() {
    return root.resolve("tables/scores");
  }

  /** One folder per trained model bundle. */
  public Path models() {
    return root.resolve("models");
  }

  /** One folder per run: its configuration, steps and summary. */
  public Path runs() {
    return root.resolve("runs");
  }

  /** Generated clients that were ingested here; absent where all are real. */
  public Path synthetic() {
    return root.resolve("synthetic");
  }

  /** Drift reports by date. */
  public Path driftReports() {
    return root.resolve("reports/drift");
  }

  /** One folder per published version. */
  public Path published() {
    return root.resolve("published");
  }

  /** Lock held by the run that is writing to this workspace. */
  Path lock() {
    return root.resolve(".lock");
  }
}
