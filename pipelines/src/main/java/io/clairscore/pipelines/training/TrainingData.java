package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.FeatureTable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Whether a model can be learned from the labelled clients at all. */
public final class TrainingData {

  private TrainingData() {}

  /**
   * Looks at the number of clients of each outcome.
   *
   * @throws Refusal if there are none, only one outcome, or too few
   */
  public static void refuseUnlearnable(FeatureTable features, TrainingConf conf) {
    if (features.names().isEmpty()) {
      throw TrainErrors.noFeatureColumns();
    }
    Map<Integer, Long> clients = new HashMap<>();
    for (Row row : features.labelled().groupBy(col(Columns.TARGET)).count().collectAsList()) {
      clients.put(row.getInt(0), row.getLong(1));
    }
    if (clients.isEmpty()) {
      throw TrainErrors.noLabelledClients();
    }
    long bad = clients.getOrDefault(1, 0L);
    long good = clients.getOrDefault(0, 0L);
    if (bad == 0 || good == 0) {
      throw TrainErrors.oneClass(bad == 0 ? 0 : 1, bad + good);
    }
    long needed = leastOfEachClass(conf);
    if (bad < needed) {
      throw TrainErrors.tooFew("have defaulted", bad, needed);
    }
    if (good < needed) {
      throw TrainErrors.tooFew("have repaid", good, needed);
    }
  }

  /**
   * Enough that the hold-out and every fold have a client of the class, and that the rows left in a
   * fold's training spare one for early stopping.
   */
  static long leastOfEachClass(TrainingConf conf) {
    double training = 1 - conf.holdOutShare();
    double fitted = training * (conf.folds() - 1) / conf.folds();
    double forStopping = 1 / (conf.xgboost().earlyStoppingShare() * fitted);
    double forFolds = conf.folds() / training;
    double forHoldOut = 1 / conf.holdOutShare();
    return (long) Math.ceil(Math.max(Math.max(forStopping, forFolds), forHoldOut)) + 1;
  }
}
