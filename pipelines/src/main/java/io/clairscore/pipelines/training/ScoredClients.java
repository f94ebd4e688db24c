package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Clients with their outcome and their margin, in the order of the clients: a few bytes each, so
 * that the driver holds those of a whole lender.
 *
 * @param client SK_ID_CURR
 * @param target 1 for a default
 * @param fold fold, or {@link Columns#HOLD_OUT}
 * @param margin log-odds of default by a model that was not fitted on this client
 */
public record ScoredClients(int[] client, int[] target, int[] fold, double[] margin) {

  /** Collects rows with the columns SK_ID_CURR, TARGET, fold and margin. */
  public static ScoredClients collect(Dataset<Row> scored) {
    List<Row> rows =
        scored
            .select(
                col(Columns.CLIENT),
                col(Columns.TARGET),
                col(Columns.FOLD),
                col(Columns.MARGIN).cast("double"))
            .orderBy(Columns.CLIENT)
            .collectAsList();
    return new ScoredClients(
        rows.stream().mapToInt(row -> row.getInt(0)).toArray(),
        rows.stream().mapToInt(row -> row.getInt(1)).toArray(),
        rows.stream().mapToInt(row -> row.getInt(2)).toArray(),
        rows.stream().mapToDouble(row -> row.getDouble(3)).toArray());
  }

  public int size() {
    return client.length;
  }

  public int positives() {
    return IntStream.of(target).sum();
  }

  /** Clients of the folds that satisfy a condition. */
  public ScoredClients where(IntPredicate ofFold) {
    int[] kept = IntStream.range(0, size()).filter(i -> ofFold.test(fold[i])).toArray();
    return new ScoredClients(
        IntStream.of(kept).map(i -> client[i]).toArray(),
        IntStream.of(kept).map(i -> target[i]).toArray(),
        IntStream.of(kept).map(i -> fold[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> margin[i]).toArray());
  }

  /** For each fold, a figure taken from the clients of the other folds. */
  public double[] fromOtherFolds(int folds, ToDoubleFunction<ScoredClients> figure) {
    double[] figures = new double[folds];
    for (int fold = 0; fold < folds; fold++) {
      int judged = fold;
      figures[fold] = figure.applyAsDouble(where(other -> other != judged));
    }
    return figures;
  }

  public RankedScores ranked() {
    return new RankedScores(margin, target);
  }

  /** One weight of 1 per client. */
  public int[] once() {
    return IntStream.range(0, size()).map(i -> 1).toArray();
  }
}
