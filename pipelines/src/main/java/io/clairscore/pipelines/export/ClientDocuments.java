package io.clairscore.pipelines.export;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.clairscore.features.schema.Table;
import io.clairscore.scorer.published.ClientRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** One JSON document per client, as {@link ClientRecord} reads it. */
final class ClientDocuments {
  private static final String CLIENT = "SK_ID_CURR";

  private ClientDocuments() {}

  /**
   * Rows (SK_ID_CURR, document).
   *
   * @param dossiers the table of dossiers
   * @param scores the table of scores, if anybody was scored yet
   */
  static Dataset<Row> of(Dataset<Row> dossiers, Optional<Dataset<Row>> scores) {
    Dataset<Row> clients = dossiers.select(col(CLIENT), dossier(dossiers).as(ClientRecord.DOSSIER));
    if (scores.isEmpty()) {
      return clients.select(col(CLIENT), document(array()));
    }
    Dataset<Row> ofClient =
        scores
            .get()
            .groupBy(CLIENT)
            .agg(sort_array(collect_list(score(scores.get())), false).as(ClientRecord.SCORES));
    return clients
        .join(ofClient, new String[] {CLIENT}, "left")
        .select(col(CLIENT), document(coalesce(col(ClientRecord.SCORES), array())));
  }

  /** Newest first, as the date is the first field that is compared. */
  private static Column score(Dataset<Row> scores) {
    List<Column> fields = new ArrayList<>(List.of(col("scoring_date")));
    Arrays.stream(scores.columns())
        .filter(name -> !name.equals("scoring_date") && !name.equals(CLIENT))
        .map(functions::col)
        .forEach(fields::add);
    return struct(fields.toArray(Column[]::new));
  }

  private static Column document(Column scores) {
    return to_json(
            struct(
                col(CLIENT).as(ClientRecord.CLIENT),
                col(ClientRecord.DOSSIER),
                scores.as(ClientRecord.SCORES)))
        .as("document");
  }

  private static Column dossier(Dataset<Row> dossiers) {
    List<String> present = List.of(dossiers.columns());
    return struct(
        Arrays.stream(Table.values())
            .map(table -> table.schema().name())
            .filter(present::contains)
            .map(functions::col)
            .toArray(Column[]::new));
  }
}
