package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.run.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassificationModel;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XgboostLearnerTest extends SparkTest {
  private static final int FEATURES = 4;

  /** Learns fast and then by heart, so that the best round comes long before the last. */
  private final Configuration conf =
      SyntheticClients.configuration(
          "training.xgboost.rounds=40", "training.xgboost.earlyStoppingRounds=6");

  private Dataset<Row> rows;

  @BeforeEach
  void divide() {
    Dataset<Row> table = SyntheticClients.table(session(), 600, 0, FEATURES, 1);
    FeatureTable features = new FeatureTable(table, 0, names(), "hash");
    Dataset<Row> folds = TrainingTable.divide(table, conf.training()).drop("TARGET");
    rows = features.vectors().join(folds, "SK_ID_CURR").cache();
  }

  private static List<String> names() {
    return List.of("F0", "F1", "F2", "F3");
  }

  private XGBoostClassificationModel fitted() {
    Dataset<Row> marked = rows.withColumn("stopping", StoppingRows.of(rows, 0.1));
    return new BoostingRun(
            conf.training(), conf.training().xgboost().first(), MonotoneDirections.FREE)
        .fit(marked.filter("NOT stopping"), marked.filter("stopping"));
  }

  @Test
  void predictsWithTheTreesUpToTheBestRoundOnly() throws Exception {
    XGBoostClassificationModel fitted = fitted();
    Booster booster = fitted.nativeBooster().booster();
    int best = Integer.parseInt(booster.getAttr("best_iteration"));
    assertThat(best + 1).isLessThan(booster.getNumBoostedRound());

    XgboostLearner learner = new XgboostLearner(conf.training(), conf.training().xgboost().first());
    List<String> told = new ArrayList<>();
    LearnerEstimator estimator =
        new LearnerEstimator(List.of(learner), (of, learned) -> told.add(of.words(learned)));
    // A copy, as CrossValidator fits it.
    String adaptive = session().conf().get("spark.sql.adaptive.enabled");
    LearnerModel model = estimator.copy(new ParamMap()).fit(rows);
    assertThat(session().conf().get("spark.sql.adaptive.enabled")).isEqualTo(adaptive);
    assertThat(model.learned().facts()).containsEntry("trees", best + 1.0);
    assertThat(told).containsExactly("best after " + (best + 1) + " trees");
    List<Row> predicted = model.transform(rows).collectAsList();
    float[] data = new float[predicted.size() * FEATURES];
    for (int i = 0; i < predicted.size(); i++) {
      List<Float> vector = predicted.get(i).getList(2);
      for (int j = 0; j < FEATURES; j++) {
        data[i * FEATURES + j] = vector.get(j);
      }
    }
    DMatrix matrix = new DMatrix(data, predicted.size(), FEATURES, Float.NaN);
    float[][] truncated = booster.predict(matrix, true, best + 1);
    float[][] all = booster.predict(matrix, true);
    int margin = predicted.get(0).fieldIndex("margin");
    int otherwise = 0;
    for (int i = 0; i < predicted.size(); i++) {
      assertThat((float) predicted.get(i).getDouble(margin))
          .isCloseTo(truncated[i][0], within(1e-6f));
      otherwise += Math.abs(all[i][0] - truncated[i][0]) > 1e-3 ? 1 : 0;
    }
    assertThat(otherwise).isPositive();
    // The model frees its booster when it is collected.
    Reference.reachabilityFence(fitted);
  }

  @Test
  void asksXgboostForSilenceInAParameterThatSparkDoesNotDeclare() {
    assertThat(new XGBoostClassifier().hasParam("silent")).isFalse();
    XGBoostClassifier classifier =
        new BoostingRun(conf.training(), conf.training().xgboost().first(), MonotoneDirections.FREE)
            .classifier();
    assertThat(classifier.get(classifier.getParam("silent")).get()).isEqualTo("1");
    // Every other parameter is as it was.
    assertThat(classifier.params()).hasSameSizeAs(new XGBoostClassifier().params());
    assertThat(classifier.getNumRound()).isEqualTo(40);
  }

  @Test
  void triesEveryPointOfTheGrid() {
    Configuration grid =
        SyntheticClients.configuration(
            "training.xgboost.maxDepth=[2,3]", "training.xgboost.lambda=[1,5]");
    assertThat(grid.training().xgboost().points())
        .extracting(GridPoint::of)
        .containsExactlyInAnyOrder(
            new GridPoint(2, 1, 1),
            new GridPoint(2, 1, 5),
            new GridPoint(3, 1, 1),
            new GridPoint(3, 1, 5));
  }

  @Test
  void saysOfEachFitWhichItWas() {
    List<XgboostLearner> grid =
        SyntheticClients.configuration("training.xgboost.maxDepth=[2,3]")
            .training()
            .xgboost()
            .points()
            .stream()
            .map(point -> new XgboostLearner(conf.training(), point))
            .toList();
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    Progress progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), false);
    LearnerEstimator.Listener listener = CrossValidation.told(progress, 2, grid);
    for (int fit = 0; fit < 5; fit++) {
      listener.fitted(grid.get(fit % 2), new Learned(features -> 0, Map.of("trees", 10.0 + fit)));
    }
    assertThat(shown.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(8)))
        .map(String::strip)
        .containsExactly(
            "fold 1 of 2, maxDepth 2: best after 10 trees",
            "fold 1 of 2, maxDepth 3: best after 11 trees",
            "fold 2 of 2, maxDepth 2: best after 12 trees",
            "fold 2 of 2, maxDepth 3: best after 13 trees",
            "all folds, maxDepth 2: best after 14 trees");
  }
}
