package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.features.Columns;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scored rows of a table, brought to the driver. */
public final class ScoredRows {
  private ScoredRows() {}

  /** Rows with the columns SK_ID_CURR, TARGET, fold and margin, in the order of the clients. */
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

  /** Rows of the folds, each scored by the model that did not see its fold. */
  public static ScoredClients outOfFold(Dataset<Row> rows, List<LearnerModel> models) {
    Dataset<Row> scored = null;
    for (int fold = 0; fold < models.size(); fold++) {
      Dataset<Row> part = models.get(fold).transform(rows.filter(col(Columns.FOLD).equalTo(fold)));
      scored = scored == null ? part : scored.union(part);
    }
    return collect(scored);
  }
}
