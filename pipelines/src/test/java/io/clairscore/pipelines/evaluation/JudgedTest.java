package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgedTest {
  private static final BusinessConf COSTS = new BusinessConf(10, 1);

  @Test
  void countsTheCostOfAFixedThresholdAsByHand() {
    // Refused from 0 on: all four defaults are found, two good clients of twelve are lost; of those
    // kept apart the default is found and one good client lost.
    Judged judged = Judged.of(SmallScores.byHand(), 0.0, COSTS);
    assertThat(judged.cost()).isCloseTo(2 / 12.0, within(1e-12));
    assertThat(judged.holdOut().measure(COSTS).get(Metric.COST_PER_CLIENT)).isEqualTo(0.25);
    assertThat(judged.outOfFold().costs(COSTS)).containsExactly(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0);
    // From 1.5 on, two defaults are missed.
    assertThat(Judged.of(SmallScores.byHand(), 1.5, COSTS).cost())
        .isCloseTo((2 * 10 + 2) / 12.0, within(1e-12));
    assertThat(Judged.of(SmallScores.byHand(), 1.5, new BusinessConf(3, 2)).cost())
        .isCloseTo((2 * 3 + 2 * 2) / 12.0, within(1e-12));
  }

  @Test
  void judgesEachFoldByTheOthers() {
    Scores scores = SmallScores.byHand();
    Judged judged = Judged.of(scores, null, COSTS);
    ScoredClients training = scores.outOfFold().clients();
    for (int i = 0; i < training.size(); i++) {
      int fold = training.fold()[i];
      double threshold =
          ThresholdRule.COST.best(training.where(other -> other != fold).ranked(), COSTS);
      assertThat(judged.outOfFold().refused()[i]).isEqualTo(training.margin()[i] >= threshold);
    }
  }

  @Test
  void givesFoldsThatAddUpToTheWhole() {
    Judged judged = Judged.of(SmallScores.byHand(), null, COSTS);
    List<Map<Metric, Double>> folds = judged.folds();
    assertThat(folds).hasSize(3);
    assertThat(folds.stream().mapToDouble(fold -> fold.get(Metric.COST_PER_CLIENT)).average())
        .hasValueCloseTo(judged.cost(), within(1e-12));
  }

  @Test
  void hasALowestPlaceOnTheCurveWhereTheCheapestThresholdIs() {
    Scores scores = SmallScores.byHand().outOfFold();
    List<CostCurve.Point> curve = CostCurve.of(scores, 12);
    double lowest =
        curve.stream().mapToDouble(point -> point.decided().cost(COSTS)).min().orElseThrow();
    double best = ThresholdRule.COST.best(scores.clients().ranked(), COSTS);
    assertThat(lowest)
        .isEqualTo(Decisions.at(scores, best).measure(COSTS).get(Metric.COST_PER_CLIENT));
    assertThat(curve.get(0).decided().refusalRate()).isZero();
    assertThat(curve.get(12).decided().refusalRate()).isEqualTo(1);
    assertThat(curve.get(12).decided().f1()).isCloseTo(2 * 4 / (4 + 12.0), within(1e-12));
  }

  private static double error(double[] probability, int[] target) {
    int[] none = new int[target.length];
    return Reliability.of(
            new Scores(new ScoredClients(none, target, none, probability), probability))
        .error();
  }

  @Test
  void measuresTheCalibrationErrorAsByHand() {
    // Ten groups of one: the error is the mean distance of probability and outcome.
    double[] probability = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
    int[] target = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    assertThat(error(probability, target))
        .isCloseTo((0.1 + 0.2 + 0.3 + 0.4 + 0.5 + 0.4 + 0.3 + 0.2 + 0.1) / 10, within(1e-12));
    double[] even = new double[40];
    Arrays.fill(even, 0.25);
    int[] quarter = new int[40];
    for (int i = 0; i < 40; i += 4) {
      quarter[i] = 1;
    }
    assertThat(error(even, quarter)).isCloseTo(0, within(1e-12));
  }
}
