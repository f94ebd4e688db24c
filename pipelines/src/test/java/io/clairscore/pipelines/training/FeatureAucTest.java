package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.evaluation.RankedScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class FeatureAucTest extends SparkTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("SK_ID_CURR", DataTypes.IntegerType)
          .add("TARGET", DataTypes.IntegerType)
          .add("inner_order", DataTypes.LongType)
          .add("features", DataTypes.createArrayType(DataTypes.FloatType));

  @Test
  void agreesWithTheAucOfTheModelOnTiesSignsAndMissingValues() {
    Random random = new Random(9);
    List<Row> rows = new ArrayList<>();
    int[] target = new int[300];
    double[] lowest = new double[300];
    double[] highest = new double[300];
    int[] once = new int[300];
    for (int i = 0; i < 300; i++) {
      target[i] = random.nextInt(4) == 0 ? 1 : 0;
      float value = (random.nextInt(9) - 4 + target[i]) * (random.nextBoolean() ? 1f : -0f);
      boolean missing = random.nextInt(5) <= target[i];
      lowest[i] = missing ? Double.NEGATIVE_INFINITY : value + 0.0;
      highest[i] = missing ? Double.POSITIVE_INFINITY : value + 0.0;
      once[i] = 1;
      rows.add(RowFactory.create(i, target[i], (long) i, List.of(missing ? Float.NaN : value)));
    }
    double expected = 0;
    for (double[] values : List.of(lowest, highest)) {
      double auc = new RankedScores(values, target).auc(once);
      expected = Math.max(expected, Math.max(auc, 1 - auc));
    }
    assertThat(
            FeatureAuc.of(session().createDataFrame(rows, SCHEMA), List.of("mixed")).get("mixed"))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void seesALeakInAValueItsOppositeAndItsAbsence() {
    List<Row> rows = new ArrayList<>();
    for (int client = 0; client < 40; client++) {
      int target = client % 4 == 0 ? 1 : 0;
      float noise = client * 7 % 5;
      float absent = target == 1 ? Float.NaN : noise;
      rows.add(
          RowFactory.create(
              client, target, (long) client, List.of(noise, (float) -target, absent, 1f)));
    }
    Map<String, Double> aucs =
        FeatureAuc.of(
            session().createDataFrame(rows, SCHEMA),
            List.of("noise", "opposite", "absent", "constant"));
    assertThat(aucs.get("noise")).isBetween(0.5, 0.65);
    assertThat(aucs.get("opposite")).isEqualTo(1);
    assertThat(aucs.get("absent")).isEqualTo(1);
    assertThat(aucs.get("constant")).isCloseTo(0.5, within(1e-12));
  }
}
