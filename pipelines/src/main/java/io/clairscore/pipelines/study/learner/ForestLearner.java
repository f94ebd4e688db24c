package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.conf.ForestConf;
import io.clairscore.pipelines.features.Columns;
import java.util.Map;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Spark's random forest on the strongest features, imputed.
 *
 * @param conf settings
 * @param depth depth of the trees
 * @param sampled most clients on whom features are chosen and prepared
 * @param seed seed of the draws
 */
public record ForestLearner(ForestConf conf, int depth, int sampled, long seed) implements Learner {

  @Override
  public Map<String, String> parameters() {
    return Map.of(
        "features", String.valueOf(conf.features()),
        "trees", String.valueOf(conf.trees()),
        "depth", String.valueOf(depth),
        "leastClientsOfLeaf", String.valueOf(conf.leastClientsOfLeaf()));
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    Preparation preparation = LogisticLearner.prepare(rows, sampled, conf.features());
    RandomForestClassificationModel model =
        new RandomForestClassifier()
            .setLabelCol(Columns.TARGET)
            .setFeaturesCol(SparkLearning.INPUT)
            .setNumTrees(conf.trees())
            .setMaxDepth(depth)
            .setMinInstancesPerNode(conf.leastClientsOfLeaf())
            .setSeed(seed)
            .fit(SparkLearning.with(preparation::apply, rows));
    return new Learned(
        SparkLearning.predictor(preparation::apply, model),
        Map.of(
            "inputs", (double) preparation.width(),
            "nodes", (double) model.totalNumNodes()));
  }
}
