package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.clairscore.pipelines.features.Columns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The rows that stop a fit, and from which it does not learn. */
final class StoppingRows {

  private StoppingRows() {}

  /**
   * Whether a row is among the first of its class in the inner order. The last one of each class is
   * looked for at once and in narrow columns: a window over the rows would shuffle and sort every
   * feature vector.
   *
   * @param rows rows with TARGET, inner_order and SK_ID_CURR
   * @param share share of each class that stops the fit, rounded down
   */
  static Column of(Dataset<Row> rows, double share) {
    WindowSpec ofClass = Window.partitionBy(Columns.TARGET);
    Column rank = row_number().over(ofClass.orderBy(Columns.INNER, Columns.CLIENT));
    Column most = count(lit(1)).over(ofClass).multiply(share);
    return rows
        .select(Columns.TARGET, Columns.INNER, Columns.CLIENT)
        .withColumn("stops", rank.leq(most))
        .filter("stops")
        .groupBy(Columns.TARGET)
        .agg(max(struct(Columns.INNER, Columns.CLIENT)))
        .collectAsList()
        .stream()
        .map(row -> upTo(row.getInt(0), row.getStruct(1)))
        .reduce(lit(false), Column::or);
  }

  private static Column upTo(int target, Row last) {
    Column order = col(Columns.INNER);
    return col(Columns.TARGET)
        .equalTo(target)
        .and(
            order
                .lt(last.getLong(0))
                .or(order.equalTo(last.getLong(0)).and(col(Columns.CLIENT).leq(last.getInt(1)))));
  }
}
