package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class BusinessCostEvaluatorTest extends SparkTest {
  private static final BusinessConf COSTS = new BusinessConf(10, 1);

  private Dataset<Row> scored(int[] target, double[] probability) {
    List<Row> rows =
        IntStream.range(0, target.length)
            .mapToObj(i -> RowFactory.create(target[i], probability[i]))
            .toList();
    return session()
        .createDataFrame(
            rows,
            new StructType()
                .add("TARGET", DataTypes.IntegerType)
                .add("probability", DataTypes.DoubleType));
  }

  /** Tries every score as a threshold, refusing all at or above it, and accepting everybody. */
  static double bruteForce(int[] target, double[] score, BusinessConf costs) {
    double least = Double.POSITIVE_INFINITY;
    for (int t = 0; t <= score.length; t++) {
      double threshold = t == score.length ? Double.POSITIVE_INFINITY : score[t];
      double cost = 0;
      for (int i = 0; i < score.length; i++) {
        boolean refused = score[i] >= threshold;
        cost += target[i] == 1 && !refused ? costs.falseNegativeCost() : 0;
        cost += target[i] == 0 && refused ? costs.falsePositiveCost() : 0;
      }
      least = Math.min(least, cost / score.length);
    }
    return least;
  }

  @Test
  void findsTheCostOfTheBestOfAllThresholdsWithTies() {
    Random random = new Random(1);
    int[] target = new int[400];
    double[] probability = new double[400];
    for (int i = 0; i < target.length; i++) {
      probability[i] = random.nextInt(64) / 64.0;
      target[i] = random.nextDouble() < probability[i] * 0.3 ? 1 : 0;
    }
    BusinessCostEvaluator evaluator = new BusinessCostEvaluator(COSTS);
    double cost = evaluator.evaluate(scored(target, probability));
    assertThat(cost).isCloseTo(bruteForce(target, probability, COSTS), within(1e-12));
    double[] upsideDown = Arrays.stream(probability).map(p -> 1 - p).toArray();
    assertThat(evaluator.evaluate(scored(target, upsideDown)))
        .isCloseTo(bruteForce(target, upsideDown, COSTS), within(1e-12));
  }

  @Test
  void acceptsOrRefusesEverybodyWhereThatIsCheapest() {
    BusinessCostEvaluator evaluator = new BusinessCostEvaluator(COSTS);
    assertThat(evaluator.evaluate(scored(new int[] {0, 0, 0}, new double[] {0, 0.5, 1}))).isZero();
    assertThat(evaluator.evaluate(scored(new int[] {1, 1, 0}, new double[] {0, 0.5, 1})))
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void copiesItsCostsAndPrefersLess() {
    BusinessCostEvaluator copy =
        new BusinessCostEvaluator(new BusinessConf(3, 2)).copy(new ParamMap());
    assertThat(copy.isLargerBetter()).isFalse();
    assertThat(copy.evaluate(scored(new int[] {1, 0}, new double[] {0.2, 0.2}))).isEqualTo(1.0);
  }
}
