package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.features.FeatureTable;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassificationModel;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarlyStoppedXgboostTest extends SparkTest {
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
    EarlyStoppedXgboost estimator = new EarlyStoppedXgboost(conf.training(), line -> {});
    GridPoint point = estimator.point(new ParamMap());
    Dataset<Row> marked = rows.withColumn("stopping", StoppingRows.of(rows, 0.1));
    return new BoostingRun(
            conf.training(), point, conf.training().xgboost().rounds(), MonotoneDirections.FREE)
        .fit(marked.filter("NOT stopping"), marked.filter("stopping"));
  }

  @Test
  void predictsWithTheTreesUpToTheBestRoundOnly() throws Exception {
    XGBoostClassificationModel fitted = fitted();
    Booster booster = fitted.nativeBooster().booster();
    int best = Integer.parseInt(booster.getAttr("best_iteration"));
    assertThat(best + 1).isLessThan(booster.getNumBoostedRound());

    EarlyStoppedXgboost estimator = new EarlyStoppedXgboost(conf.training(), line -> {});
    // A copy, as CrossValidator fits it.
    String adaptive = session().conf().get("spark.sql.adaptive.enabled");
    EarlyStoppedXgboostModel model = estimator.copy(new ParamMap()).fit(rows);
    assertThat(session().conf().get("spark.sql.adaptive.enabled")).isEqualTo(adaptive);
    assertThat(model.trees().rounds()).isEqualTo(best + 1);
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
      assertThat(predicted.get(i).getFloat(margin)).isCloseTo(truncated[i][0], within(1e-6f));
      otherwise += Math.abs(all[i][0] - truncated[i][0]) > 1e-3 ? 1 : 0;
    }
    assertThat(otherwise).isPositive();
    // The model frees its booster when it is collected.
    Reference.reachabilityFence(fitted);
  }

  @Test
  void fitsEveryPointOfTheGrid() {
    Configuration grid =
        SyntheticClients.configuration(
            "training.xgboost.maxDepth=[2,3]", "training.xgboost.lambda=[1,5]");
    EarlyStoppedXgboost estimator = new EarlyStoppedXgboost(grid.training(), line -> {});
    List<GridPoint> points = new ArrayList<>();
    for (ParamMap map : estimator.grid()) {
      points.add(estimator.copy(map).point(new ParamMap()));
    }
    assertThat(points)
        .containsExactlyInAnyOrder(
            new GridPoint(2, 1, 1),
            new GridPoint(2, 1, 5),
            new GridPoint(3, 1, 1),
            new GridPoint(3, 1, 5));
  }
}
