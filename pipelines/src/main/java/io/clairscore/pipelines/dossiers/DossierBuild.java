package io.clairscore.pipelines.dossiers;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Nests the rows of each client. Every table is brought into the same partitions by client and
 * sorted; then a client's rows are neighbours everywhere, lists form in one pass with one client in
 * memory, and the joins need no further shuffle.
 */
final class DossierBuild {
  private final RawTables raw;
  private final int partitions;

  DossierBuild(RawTables raw, int partitions) {
    this.raw = raw;
    this.partitions = partitions;
  }

  /** Dossiers of these clients, or of all if null, sorted by client within partitions. */
  Dataset<Row> dossiers(Dataset<Row> clients) {
    Dataset<Row> dossiers =
        only(raw.rowsOfClients(Table.APPLICATION), clients)
            .select(
                col(RawTables.CLIENT).as("SK_ID_CURR"),
                struct(RawTables.columns(Table.APPLICATION.schema())).as("application"))
            .repartition(partitions, col("SK_ID_CURR"))
            .sortWithinPartitions("SK_ID_CURR");
    Column[] columns =
        Stream.concat(
                Stream.of(col("SK_ID_CURR"), col("application")),
                Table.histories().stream().map(DossierBuild::emptyIfNone))
            .toArray(Column[]::new);
    for (Table table : Table.histories()) {
      Dataset<Row> lists = lists(table, only(raw.rowsOfClients(table), clients));
      dossiers =
          dossiers
              .join(lists, dossiers.col("SK_ID_CURR").equalTo(lists.col(RawTables.CLIENT)), "left")
              .drop(RawTables.CLIENT);
    }
    return dossiers.select(columns);
  }

  private Dataset<Row> lists(Table table, Dataset<Row> rows) {
    Column[] order =
        Stream.concat(Stream.of(RawTables.CLIENT), order(table))
            .map(name -> col(name).asc_nulls_last())
            .toArray(Column[]::new);
    return rows.repartition(partitions, col(RawTables.CLIENT))
        .sortWithinPartitions(order)
        .groupBy(RawTables.CLIENT)
        .agg(collect_list(struct(RawTables.columns(table.schema()))).as(table.schema().name()));
  }

  /**
   * Columns that order the rows of one client completely, equal rows being interchangeable: the
   * canonical order of a dossier, so that reading one back need not sort.
   */
  private static Stream<String> order(Table table) {
    List<NumberColumn> key = table.schema().primaryKey();
    return key.isEmpty()
        ? table.schema().columns().stream().map(column -> column.name())
        : key.stream().map(column -> column.name());
  }

  private static Dataset<Row> only(Dataset<Row> rows, Dataset<Row> clients) {
    return clients == null
        ? rows
        : rows.join(
            clients,
            rows.col(RawTables.CLIENT).equalTo(clients.col(RawTables.CLIENT)),
            "left_semi");
  }

  private static Column emptyIfNone(Table table) {
    String name = table.schema().name();
    return coalesce(col(name), array()).as(name);
  }
}
