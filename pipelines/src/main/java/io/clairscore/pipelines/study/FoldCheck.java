package io.clairscore.pipelines.study;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.features.Columns;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether the folds are what they should be.
 *
 * @param clients clients in all
 * @param twins clients with the very vector of a client of another fold: the same person may apply
 *     twice, and then stands on both sides of a split
 * @param shareOfDefaults share of defaults by fold, the hold-out under {@value
 *     ScoredClients#HOLD_OUT}
 */
record FoldCheck(long clients, long twins, Map<Integer, Double> shareOfDefaults) {
  static final String NAME = "fold-check";

  /** A stratified part differs from the whole by less than two clients. */
  private static final double MOST_STRAY_CLIENTS = 2;

  /**
   * Looks at the folds.
   *
   * @throws Refusal if a client is in two of them, a fold is missing, or their shares of defaults
   *     differ by more than rounding
   */
  static FoldCheck of(Dataset<Row> all, int folds) {
    long clients = all.count();
    long distinct = all.select(Columns.CLIENT).distinct().count();
    if (distinct < clients) {
      throw StudyErrors.foldsDamaged((clients - distinct) + " clients are there more than once.");
    }
    double share = all.agg(avg(Columns.TARGET)).first().getDouble(0);
    Map<Integer, Double> shares = new TreeMap<>();
    for (Row part :
        all.groupBy(Columns.FOLD).agg(avg(Columns.TARGET), count(lit(1))).collectAsList()) {
      shares.put(part.getInt(0), part.getDouble(1));
      if (Math.abs(part.getDouble(1) - share) * part.getLong(2) > MOST_STRAY_CLIENTS) {
        throw StudyErrors.foldsDamaged(
            "Fold " + part.getInt(0) + " has a share of defaults of " + part.getDouble(1) + ".");
      }
    }
    for (int fold = ScoredClients.HOLD_OUT; fold < folds; fold++) {
      if (!shares.containsKey(fold)) {
        throw StudyErrors.foldsDamaged("Nobody is in fold " + fold + ".");
      }
    }
    return new FoldCheck(clients, twins(all), shares);
  }

  private static long twins(Dataset<Row> all) {
    Row counted =
        all.groupBy(xxhash64(col(Columns.FEATURES)))
            .agg(count(lit(1)).as("clients"), countDistinct(Columns.FOLD).as("parts"))
            .filter("parts > 1")
            .agg(sum("clients"))
            .first();
    return counted.isNullAt(0) ? 0 : counted.getLong(0);
  }
}
