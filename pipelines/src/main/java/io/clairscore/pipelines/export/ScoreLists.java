package io.clairscore.pipelines.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** The scores of each client as a JSON list, as documents of clients hold them. */
final class ScoreLists {
  private static final String CLIENT = "SK_ID_CURR";
  private static final String DATE = "scoring_date";

  private ScoreLists() {}

  /** Client and list, newest first. */
  static JavaPairRDD<Integer, String> of(Dataset<Row> scores) {
    return scores
        .groupBy(CLIENT)
        .agg(to_json(sort_array(collect_list(score(scores)), false)))
        .javaRDD()
        .mapToPair(row -> new Tuple2<>(row.getInt(0), row.getString(1)));
  }

  /** Newest first, as the date is the first field that is compared. */
  private static Column score(Dataset<Row> scores) {
    List<Column> fields = new ArrayList<>(List.of(col(DATE)));
    Arrays.stream(scores.columns())
        .filter(name -> !name.equals(DATE) && !name.equals(CLIENT))
        .map(functions::col)
        .forEach(fields::add);
    return struct(fields.toArray(Column[]::new));
  }
}
