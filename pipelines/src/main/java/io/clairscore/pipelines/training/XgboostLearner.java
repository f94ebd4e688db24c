package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.not;

import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostPoint;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * XGBoost with early stopping on all features, missing values as they are. The rows that stop a fit
 * are set apart inside {@code fit}, stratified, by the column {@code inner_order} of the rows it is
 * given: Spark's CrossValidator fits copies, and a copy of XGBoost's own estimator loses its
 * evaluation rows.
 *
 * @param conf seed and threads
 * @param point hyper-parameters
 * @param balance how it makes up for the rarity of defaults; applied to the rows to learn from,
 *     never to those that stop the fit
 * @param directions in which the risk may move along each feature
 */
public record XgboostLearner(
    TrainingConf conf, XgboostPoint point, Balance balance, MonotoneDirections directions)
    implements Learner {
  /** Fact of a fit: its trees, the best round included. */
  static final String TREES = "trees";

  /** Every feature is free. */
  public XgboostLearner(TrainingConf conf, XgboostPoint point, Balance balance) {
    this(conf, point, balance, MonotoneDirections.FREE);
  }

  /** Every feature is free, and rows are as they are. */
  public XgboostLearner(TrainingConf conf, XgboostPoint point) {
    this(conf, point, Balance.AS_IT_IS);
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("eta", String.valueOf(point.eta()));
    parameters.put("maxDepth", String.valueOf(point.maxDepth()));
    parameters.put("minChildWeight", String.valueOf(point.minChildWeight()));
    parameters.put("subsample", String.valueOf(point.subsample()));
    parameters.put("colsampleBytree", String.valueOf(point.colsampleBytree()));
    parameters.put("lambda", String.valueOf(point.lambda()));
    parameters.put("alpha", String.valueOf(point.alpha()));
    parameters.put("rounds", String.valueOf(point.rounds()));
    if (!directions.signs().isEmpty()) {
      parameters.put("monotoneFeatures", directions.bound());
    }
    return parameters;
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    Column stopping = StoppingRows.of(rows, point.earlyStoppingShare());
    Dataset<Row> learning = rows.filter(not(stopping));
    BoostingRun run =
        new BoostingRun(
            conf, point, directions, balance.defaultWeight(learning), balance.stopsByAuc());
    BoostedPredictor trees =
        BoostedPredictor.stoppedEarly(run.fit(balance.balanced(learning), rows.filter(stopping)));
    return new Learned(
        trees, Map.of(TREES, (double) trees.rounds(), "mostTrees", (double) point.rounds()));
  }

  @Override
  public String words(Learned learned) {
    return "best after " + learned.facts().get(TREES).intValue() + " trees";
  }
}
