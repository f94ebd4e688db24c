package io.clairscore.pipelines.dossiers;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.schema.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The clients whose dossier is not what the raw tables now say. Delta's change feed tells the rows
 * before and after each change, so a credit that moves from one client to another changes both.
 */
final class ChangedClients {
  private final RawTables raw;
  private final SourceVersions recorded;
  private final SourceVersions current;

  ChangedClients(RawTables raw, SourceVersions recorded, SourceVersions current) {
    this.raw = raw;
    this.recorded = recorded;
    this.current = current;
  }

  /** Column {@link RawTables#CLIENT}, each client once; they need not have an application. */
  Dataset<Row> find() {
    Dataset<Row> clients = null;
    for (Table table : current.versions().keySet()) {
      if (current.next(table) > recorded.next(table)) {
        Dataset<Row> changed = ofTable(table);
        clients = clients == null ? changed : clients.union(changed);
      }
    }
    return clients == null
        ? raw.rowsOfClients(Table.APPLICATION).select(RawTables.CLIENT).limit(0)
        : clients.distinct();
  }

  private Dataset<Row> ofTable(Table table) {
    Dataset<Row> changes = raw.changes(table, recorded);
    if (table != Table.BUREAU_BALANCE) {
      return changes.select(col("SK_ID_CURR").as(RawTables.CLIENT));
    }
    Dataset<Row> credits = changes.select("SK_ID_BUREAU").distinct();
    return raw.rows(Table.BUREAU)
        .join(credits, "SK_ID_BUREAU")
        .select(col("SK_ID_CURR").as(RawTables.CLIENT));
  }
}
