package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.conf.BoostedTreesConf;
import io.clairscore.pipelines.conf.ForestConf;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.Learned;
import io.clairscore.pipelines.training.Learner;
import java.util.Map;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Spark's own trees, a random forest or gradient-boosted ones, on the strongest features, imputed.
 *
 * @param trees the algorithm with its settings
 * @param parameters the settings by name
 * @param features most features
 * @param sampled most clients on whom features are chosen and prepared
 */
public record SparkTreesLearner(
    ProbabilisticClassifier<Vector, ?, ?> trees,
    Map<String, String> parameters,
    int features,
    int sampled)
    implements Learner {

  /** A random forest of trees of one depth. */
  public static Learner forest(ForestConf conf, int depth, int sampled, long seed) {
    return new SparkTreesLearner(
        new RandomForestClassifier()
            .setNumTrees(conf.trees())
            .setMaxDepth(depth)
            .setMinInstancesPerNode(conf.leastClientsOfLeaf())
            .setSeed(seed),
        Map.of(
            "features", String.valueOf(conf.features()),
            "trees", String.valueOf(conf.trees()),
            "depth", String.valueOf(depth),
            "leastClientsOfLeaf", String.valueOf(conf.leastClientsOfLeaf())),
        conf.features(),
        sampled);
  }

  /** Gradient-boosted trees of one depth. */
  public static Learner boosted(BoostedTreesConf conf, int depth, int sampled, long seed) {
    return new SparkTreesLearner(
        new GBTClassifier()
            .setMaxIter(conf.trees())
            .setMaxDepth(depth)
            .setStepSize(conf.eta())
            .setMinInstancesPerNode(conf.leastClientsOfLeaf())
            .setFeatureSubsetStrategy("onethird")
            .setSeed(seed),
        Map.of(
            "features", String.valueOf(conf.features()),
            "trees", String.valueOf(conf.trees()),
            "depth", String.valueOf(depth),
            "eta", String.valueOf(conf.eta())),
        conf.features(),
        sampled);
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    Preparation preparation = LogisticLearner.prepare(rows, sampled, features);
    trees.setLabelCol(Columns.TARGET);
    trees.setFeaturesCol(SparkLearning.INPUT);
    ProbabilisticClassificationModel<Vector, ?> model =
        trees.fit(SparkLearning.with(preparation::apply, rows));
    return new Learned(
        SparkLearning.predictor(preparation::apply, model), facts(preparation, model));
  }

  private static Map<String, Double> facts(
      Preparation preparation, ProbabilisticClassificationModel<Vector, ?> model) {
    double inputs = preparation.width();
    return model instanceof GBTClassificationModel boosted
        ? Map.of("inputs", inputs, "trees", (double) boosted.getNumTrees())
        : Map.of(
            "inputs",
            inputs,
            "nodes",
            (double) ((RandomForestClassificationModel) model).totalNumNodes());
  }
}
