package io.clairscore.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void readsTheValueBelowWhichAShareLies() {
    Distribution ages = Distribution.parse("0:20 0.5:30 0.5:30 0.7:30 1:60");

    assertThat(ages.at(0)).isEqualTo(20);
    assertThat(ages.at(0.25)).isEqualTo(25);
    assertThat(ages.at(0.6)).as("held by a fifth").isEqualTo(30);
    assertThat(ages.at(0.85)).isEqualTo(45);
    assertThat(ages.at(1)).isEqualTo(60);
  }

  @Test
  void agreesWithASearchFromTheStart() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 50; trial++) {
      int points = 2 + random.nextInt(40);
      double[] shares = random.doubles(points).sorted().toArray();
      double[] values = random.doubles(points).sorted().toArray();
      shares[0] = 0;
      shares[points - 1] = 1;
      Distribution distribution = new Distribution(shares, values);
      for (int i = 0; i < 200; i++) {
        double u = random.nextDouble();
        assertThat(distribution.at(u)).isCloseTo(searched(shares, values, u), within(1e-12));
      }
    }
  }

  @Test
  void drawsCategoriesInTheirShares() {
    Choice choice = Choice.parse("0.2:low|0.5:middle|0.3:high");

    assertThat(choice.at(0.19)).isEqualTo("low");
    assertThat(choice.at(0.21)).isEqualTo("middle");
    assertThat(choice.at(0.71)).isEqualTo("high");
  }

  @Test
  void theTabulatedNormalCurveIsClose() {
    for (double share = 0.001; share < 1; share += 0.001) {
      assertThat(NormalCurve.below(NormalCurve.quantile(share))).isCloseTo(share, within(1e-6));
    }
    assertThat(NormalCurve.below(-20)).isZero();
    assertThat(NormalCurve.below(20)).isEqualTo(1);
  }

  private static double searched(double[] shares, double[] values, double u) {
    for (int i = 0; i < shares.length - 1; i++) {
      if (u >= shares[i] && (u < shares[i + 1] || i == shares.length - 2)) {
        return values[i]
            + (u - shares[i]) / (shares[i + 1] - shares[i]) * (values[i + 1] - values[i]);
      }
    }
    throw new AssertionError("No piece for " + u);
  }
}
