package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.conf.BoostedTreesConf;
import io.clairscore.pipelines.features.Columns;
import java.util.Map;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Spark's gradient-boosted trees on the strongest features, imputed.
 *
 * @param conf settings
 * @param depth depth of the trees
 * @param sampled most clients on whom features are chosen and prepared
 * @param seed seed of the draws
 */
public record BoostedTreesLearner(BoostedTreesConf conf, int depth, int sampled, long seed)
    implements Learner {

  @Override
  public Map<String, String> parameters() {
    return Map.of(
        "features", String.valueOf(conf.features()),
        "trees", String.valueOf(conf.trees()),
        "depth", String.valueOf(depth),
        "eta", String.valueOf(conf.eta()));
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    Preparation preparation = LogisticLearner.prepare(rows, sampled, conf.features());
    GBTClassificationModel model =
        new GBTClassifier()
            .setLabelCol(Columns.TARGET)
            .setFeaturesCol(SparkLearning.INPUT)
            .setMaxIter(conf.trees())
            .setMaxDepth(depth)
            .setStepSize(conf.eta())
            .setMinInstancesPerNode(conf.leastClientsOfLeaf())
            .setFeatureSubsetStrategy("onethird")
            .setSeed(seed)
            .fit(SparkLearning.with(preparation::apply, rows));
    return new Learned(
        SparkLearning.predictor(preparation::apply, model),
        Map.of("inputs", (double) preparation.width(), "trees", (double) model.getNumTrees()));
  }
}
