package io.clairscore.pipelines.study.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.evaluation.Estimate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  private final PairedBootstrap bootstrap = new PairedBootstrap(4000, 9);

  @Test
  void agreesWithTheNormalIntervalOfTheMeanDifference() {
    Random random = new Random(4);
    double[] a = new double[2000];
    double[] b = new double[2000];
    for (int i = 0; i < a.length; i++) {
      // What both share is large and must cancel.
      double shared = 100 * random.nextGaussian();
      a[i] = shared + random.nextGaussian() + 0.1;
      b[i] = shared;
    }
    double mean = 0;
    double square = 0;
    for (int i = 0; i < a.length; i++) {
      mean += (a[i] - b[i]) / a.length;
      square += (a[i] - b[i]) * (a[i] - b[i]) / a.length;
    }
    double error = Math.sqrt((square - mean * mean) / a.length);
    Estimate estimate = bootstrap.difference(a, b);
    assertThat(estimate.value()).isCloseTo(mean, within(1e-9));
    assertThat(estimate.low()).isCloseTo(mean - 1.96 * error, within(0.15 * error));
    assertThat(estimate.high()).isCloseTo(mean + 1.96 * error, within(0.15 * error));
    assertThat(bootstrap.difference(a, b)).isEqualTo(estimate);
  }

  @Test
  void findsNoDifferenceBetweenAFigureAndItself() {
    double[] figure = {1, 0, 10, 0};
    assertThat(bootstrap.difference(figure, figure)).isEqualTo(new Estimate(0, 0, 0));
  }

  @Test
  void refusesFiguresOfDifferentClients() {
    assertThatThrownBy(() -> bootstrap.difference(new double[2], new double[3]))
        .hasMessageContaining("no pairs");
  }
}
