package io.clairscore.pipelines.study;

import static org.apache.spark.sql.functions.broadcast;

import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.features.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The control that knows nothing: outcomes dealt to other clients of the same fold. */
final class ShuffledLabels {
  static final String NAME = "label-shuffle";

  /** Chance exceeds so many standard errors once in 16,000 studies. */
  private static final double STANDARD_ERRORS = 4;

  private ShuffledLabels() {}

  /** The rows with outcomes shuffled within each fold, so that the folds stay stratified. */
  static Dataset<Row> of(Dataset<Row> rows, int folds, long seed) {
    List<Row> clients =
        rows.select(Columns.CLIENT, Columns.TARGET, Columns.FOLD)
            .orderBy(Columns.CLIENT)
            .collectAsList();
    SplittableRandom random = new SplittableRandom(seed);
    List<Row> dealt = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int of = fold;
      List<Row> inside = clients.stream().filter(row -> row.getInt(2) == of).toList();
      int[] targets = inside.stream().mapToInt(row -> row.getInt(1)).toArray();
      for (int i = targets.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = targets[i];
        targets[i] = targets[other];
        targets[other] = kept;
      }
      for (int i = 0; i < targets.length; i++) {
        dealt.add(RowFactory.create(inside.get(i).getInt(0), targets[i]));
      }
    }
    StructType schema =
        new StructType()
            .add(Columns.CLIENT, DataTypes.IntegerType)
            .add(Columns.TARGET, DataTypes.IntegerType);
    Dataset<Row> targets = rows.sparkSession().createDataFrame(dealt, schema);
    return rows.drop(Columns.TARGET)
        .join(broadcast(targets), Columns.CLIENT)
        .select(Columns.CLIENT, Columns.TARGET, Columns.FOLD, Columns.INNER, Columns.FEATURES);
  }

  /** How far from 0.5 chance may bring the AUC of these clients (Hanley and McNeil 1982). */
  static double bound(ScoredClients clients) {
    double bad = clients.positives();
    double good = clients.size() - bad;
    return STANDARD_ERRORS * Math.sqrt((bad + good + 1) / (12 * bad * good));
  }
}
