package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostPoint;
import io.clairscore.pipelines.features.Columns;
import java.util.Arrays;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassificationModel;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;

/**
 * One run of XGBoost4J-Spark: the only class that sets its parameters, which from Java do not
 * chain.
 *
 * <p>With one worker the rows form one partition in the order of the clients, so that the same
 * clients give the same bytes wherever and however partitioned they were.
 *
 * @param conf seed and threads
 * @param point hyper-parameters
 * @param defaultWeight weight of a defaulted client, a good one having 1
 * @param directions in which the risk may move along each feature
 * @param stopsByAuc whether the stopping rows are judged by AUC instead of log-loss
 */
record BoostingRun(
    TrainingConf conf,
    XgboostPoint point,
    MonotoneDirections directions,
    double defaultWeight,
    boolean stopsByAuc) {
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  /** Every client weighs the same, and the log-loss says when to stop. */
  BoostingRun(TrainingConf conf, XgboostPoint point, MonotoneDirections directions) {
    this(conf, point, directions, 1, false);
  }

  /** Boosts until the rounds are used up. */
  XGBoostClassificationModel fit(Dataset<Row> rows) {
    return fit(classifier(), rows);
  }

  /** Boosts until the stopping rows have not been predicted better for some rounds. */
  XGBoostClassificationModel fit(Dataset<Row> rows, Dataset<Row> stopping) {
    XGBoostClassifier classifier = classifier();
    classifier.setEvalDataset(arranged(stopping));
    classifier.setNumEarlyStoppingRounds(point.earlyStoppingRounds());
    return fit(classifier, rows);
  }

  /**
   * XGBoost4J-Spark asks its rows for their partitions before it reads them. Adaptive execution has
   * to shuffle and sort them all to answer, and does so again when they are read.
   */
  private XGBoostClassificationModel fit(XGBoostClassifier classifier, Dataset<Row> rows) {
    RuntimeConfig settings = rows.sparkSession().conf();
    String adaptive = settings.get(ADAPTIVE);
    settings.set(ADAPTIVE, false);
    try {
      return classifier.fit(arranged(rows));
    } finally {
      settings.set(ADAPTIVE, adaptive);
    }
  }

  XGBoostClassifier classifier() {
    XGBoostClassifier classifier = new XGBoostClassifier();
    classifier.setFeaturesCol(Columns.FEATURES);
    classifier.setLabelCol(Columns.TARGET);
    classifier.setMissing(Float.NaN);
    classifier.setObjective("binary:logistic");
    classifier.setEvalMetric(stopsByAuc ? "auc" : "logloss");
    classifier.setScalePosWeight(defaultWeight);
    classifier.setTreeMethod("hist");
    classifier.setNumRound(point.rounds());
    classifier.setEta(point.eta());
    classifier.setMaxDepth(point.maxDepth());
    classifier.setMinChildWeight(point.minChildWeight());
    classifier.setSubsample(point.subsample());
    classifier.setColsampleBytree(point.colsampleBytree());
    classifier.setLambda(point.lambda());
    classifier.setAlpha(point.alpha());
    classifier.setMaxBins(point.maxBin());
    classifier.setSeed(conf.seed());
    classifier.setNumWorkers(conf.workers());
    classifier.setNthread(conf.threads());
    if (!directions.free()) {
      bind(classifier);
    }
    silence(classifier);
    return classifier;
  }

  /**
   * XGBoost4J-Spark 3.2.0 hands every parameter on by its {@code toString}, which says nothing of
   * an array: the constraints must be the text that XGBoost reads, in spite of the parameter's
   * type.
   */
  @SuppressWarnings({"rawtypes", "unchecked"})
  private void bind(XGBoostClassifier classifier) {
    Param constraints = classifier.monotoneConstraints();
    classifier.set(constraints, directions.constraints());
  }

  /**
   * Without a word on standard output, where XGBoost prints a line per round. XGBoost4J-Spark 3.2.0
   * hands on a parameter {@code silent} but declares none, and Spark sets declared parameters only:
   * an own one takes the place of one that belongs to another objective.
   */
  private static void silence(XGBoostClassifier classifier) {
    Param<?>[] declared = classifier.params();
    Param<String> silent = new Param<>(classifier.uid(), "silent", "whether no round is printed");
    declared[Arrays.asList(declared).indexOf(classifier.tweedieVariancePower())] = silent;
    classifier.set(silent, "1");
  }

  /** By a shuffle, as a barrier stage refuses partitions that are merged without one. */
  private Dataset<Row> arranged(Dataset<Row> rows) {
    Dataset<Row> needed = rows.select(Columns.CLIENT, Columns.TARGET, Columns.FEATURES);
    return conf.workers() == 1
        ? needed.repartition(1).sortWithinPartitions(Columns.CLIENT)
        : needed
            .repartitionByRange(conf.workers(), needed.col(Columns.CLIENT))
            .sortWithinPartitions(Columns.CLIENT);
  }
}
