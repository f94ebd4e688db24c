package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.evaluation.DecisionsTest;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.scorer.Calibration;
import io.clairscore.scorer.Platt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibratorTest extends SparkTest {

  private static ScoredClients clients(int size, long seed) {
    Random random = new Random(seed);
    double[] margin = random.doubles(size, -3, 1).toArray();
    int[] target =
        IntStream.range(0, size)
            .map(i -> random.nextDouble() < 1 / (1 + Math.exp(-margin[i] / 2)) ? 1 : 0)
            .toArray();
    return new ScoredClients(
        IntStream.range(0, size).toArray(),
        target,
        IntStream.range(0, size).map(i -> i % 3).toArray(),
        margin);
  }

  @Test
  void fitsWhatScikitLearnFits() {
    Calibrator calibrator = new Calibrator(session());
    ScoredClients sixty = DecisionsTest.sixty();
    // IsotonicRegression(out_of_bounds="clip") and LogisticRegression(C=inf) of 1.9.1.
    double[] margins = {-2, -1.05, -0.33, 0, 0.4, 0.77, 1.2, 3};
    double[] golden = {0.175, 0.175, 0.175, 0.175, 0.25, 0.425, 0.5, 1};
    Calibration isotonic = calibrator.isotonic(sixty);
    for (int i = 0; i < margins.length; i++) {
      assertThat(isotonic.probability(margins[i])).isCloseTo(golden[i], within(1e-12));
    }
    Platt platt = calibrator.platt(sixty);
    assertThat(platt.slope()).isCloseTo(0.63777961, within(1e-5));
    assertThat(platt.intercept()).isCloseTo(-0.99304695, within(1e-5));
  }

  @Test
  void risesWithTheMarginAndChoosesByTheNumberOfDefaults() {
    Calibrator calibrator = new Calibrator(session());
    ScoredClients few = clients(900, 1);
    ScoredClients many = clients(4000, 2);
    assertThat(few.positives()).isLessThan(Calibrator.ISOTONIC_FROM);
    assertThat(many.positives()).isGreaterThan(Calibrator.ISOTONIC_FROM);
    assertThat(calibrator.fit(few)).isInstanceOf(Platt.class);
    Calibration isotonic = calibrator.fit(many);
    double last = 0;
    for (double margin = -4; margin < 2; margin += 0.01) {
      double probability = isotonic.probability(margin);
      assertThat(probability).isBetween(last, 1.0);
      last = probability;
    }
    assertThat(isotonic.probability(0)).isCloseTo(0.5, within(0.08));
  }

  @Test
  void judgesNoClientByItsOwnFold() {
    ScoredClients clients = clients(900, 3);
    double[] crossFitted = new Calibrator(session()).crossFitted(clients, 3);
    // Some outcomes of fold 0 turned around change the calibration of the other folds only.
    int[] turned = clients.target().clone();
    for (int i = 0; i < turned.length; i++) {
      turned[i] = i % 30 == 0 ? 1 - turned[i] : turned[i];
    }
    double[] after =
        new Calibrator(session())
            .crossFitted(
                new ScoredClients(clients.client(), turned, clients.fold(), clients.margin()), 3);
    for (int i = 0; i < turned.length; i++) {
      if (clients.fold()[i] == 0) {
        assertThat(after[i]).isEqualTo(crossFitted[i]);
      } else {
        assertThat(after[i]).isNotEqualTo(crossFitted[i]);
      }
    }
  }
}
