package io.clairscore.pipelines.drift.meaning;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.pipelines.drift.population.Layer;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Rows of a population chosen by a hash of their client: the same whatever files they lie in, and
 * both rows of a client that is in both populations, or neither, fall into the same fold.
 *
 * @param rows so many, about
 * @param seed seed of the choice
 */
record DomainSample(int rows, long seed) {
  static final int FOLDS = 2;
  private static final int CATEGORIES = 1 << 20;

  /** The chosen rows of a population, in the order of their clients. */
  List<SampledRow> of(Layer layer, List<ColumnSpec> columns) {
    Column order = xxhash64(lit(seed), client());
    Dataset<Row> hashed = layer.rows().withColumn("order", order);
    List<Row> last =
        hashed
            .select("order")
            .orderBy("order")
            .limit(rows)
            .orderBy(col("order").desc())
            .takeAsList(1);
    if (last.isEmpty()) {
      return List.of();
    }
    Column[] cells = columns.stream().map(DomainSample::cell).toArray(Column[]::new);
    return hashed
        .filter(col("order").leq(last.get(0).getLong(0)))
        .select(
            col("order"),
            pmod(xxhash64(lit(~seed), client()), lit(FOLDS)).cast("int").as("fold"),
            array(cells).as(Columns.FEATURES))
        .collectAsList()
        .stream()
        .map(row -> new SampledRow(row.getLong(0), row.getInt(1), Vectors.floats(row.getList(2))))
        // Rows of one client are told apart by their features, so that the order is always the
        // same.
        .sorted(
            Comparator.comparingLong(SampledRow::order)
                .thenComparing(SampledRow::features, Arrays::compare))
        .toList();
  }

  /** As a number, whatever the files say it is. */
  private static Column client() {
    return col(Columns.CLIENT).cast(DataTypes.LongType);
  }

  /**
   * A category is a number by its hash: an arbitrary order, but the same on both sides, in which
   * trees split off what they need.
   */
  private static Column cell(ColumnSpec column) {
    Column cell = col("`" + column.name() + "`");
    Column number =
        column.type().isNumber()
            ? cell.cast(DataTypes.DoubleType)
            : when(cell.isNotNull(), pmod(xxhash64(cell), lit(CATEGORIES)));
    Column cellOrMissing = coalesce(number.cast(DataTypes.FloatType), lit(Float.NaN));
    // XGBoost refuses infinite numbers; the report has a check of its own for them.
    return when(abs(cellOrMissing).equalTo(Float.POSITIVE_INFINITY), Float.NaN)
        .otherwise(cellOrMissing);
  }
}
