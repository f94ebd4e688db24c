package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostConf;
import io.clairscore.pipelines.training.Balance;
import io.clairscore.pipelines.training.EarlyStoppedXgboost;
import io.clairscore.pipelines.training.EarlyStoppedXgboostModel;
import io.clairscore.pipelines.training.MonotoneDirections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * XGBoost with early stopping on all features, missing values as they are.
 *
 * @param conf settings; of its lists only the first values count
 * @param balance how it makes up for the rarity of defaults
 * @param directions in which the risk may move along each feature
 */
public record XgboostLearner(TrainingConf conf, Balance balance, MonotoneDirections directions)
    implements Learner {

  /** Every feature is free. */
  public XgboostLearner(TrainingConf conf, Balance balance) {
    this(conf, balance, MonotoneDirections.FREE);
  }

  @Override
  public Map<String, String> parameters() {
    XgboostConf xgboost = conf.xgboost();
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("eta", String.valueOf(xgboost.eta()));
    parameters.put("maxDepth", String.valueOf(xgboost.maxDepth().get(0)));
    parameters.put("minChildWeight", String.valueOf(xgboost.minChildWeight()));
    parameters.put("subsample", String.valueOf(xgboost.subsample()));
    parameters.put("colsampleBytree", String.valueOf(xgboost.colsampleBytree().get(0)));
    parameters.put("lambda", String.valueOf(xgboost.lambda().get(0)));
    parameters.put("alpha", String.valueOf(xgboost.alpha()));
    parameters.put("rounds", String.valueOf(xgboost.rounds()));
    if (!directions.signs().isEmpty()) {
      parameters.put("monotoneFeatures", directions.bound());
    }
    return parameters;
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    EarlyStoppedXgboostModel model =
        new EarlyStoppedXgboost(conf, line -> {}, balance, directions).fit(rows);
    return new Learned(
        new BoostedPredictor(model.json()),
        Map.of("trees", (double) model.rounds(), "mostTrees", (double) conf.xgboost().rounds()));
  }
}
