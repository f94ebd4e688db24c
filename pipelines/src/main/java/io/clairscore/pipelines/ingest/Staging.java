package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.run.Workspace;
import java.nio.file.Path;

/**
 * Where the tables of a load stand until all of them are known to be complete.
 *
 * @param folder folder of the run, on the same disk as the raw tables
 */
record Staging(Path folder) {

  static Staging of(Workspace workspace, String runId) {
    return new Staging(workspace.root().resolve("tables/staging").resolve(runId));
  }

  /** Delta table of the accepted rows. */
  Path rows(Table table) {
    return folder.resolve(table.schema().name());
  }

  /** Rows that are new or differ from the raw table, as Parquet. */
  Path changes(Table table) {
    return folder.resolve(table.schema().name() + ".changes");
  }

  /** Lines refused while parsing, one file of JSON per task that met any. */
  Path refusedLines(Table table) {
    return folder.resolve(table.schema().name() + ".refused");
  }

  /** Rows refused as repetitions of a key, as Parquet. */
  Path repetitions(Table table) {
    return folder.resolve(table.schema().name() + ".repetitions");
  }

  /** All refused rows in the layout of the quarantine table, as Parquet. */
  Path quarantine(Table table) {
    return folder.resolve(table.schema().name() + ".quarantine");
  }
}
