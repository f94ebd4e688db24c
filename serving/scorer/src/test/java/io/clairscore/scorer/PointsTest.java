package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {

  @ParameterizedTest(name = "{0} good clients to 1 bad are {1} points")
  @CsvSource({"19, 600", "38, 620", "9.5, 580", "76, 640"})
  void doubleTheOddsEveryTwentyPoints(double odds, int points) {
    double margin = Math.log(1 / odds);

    assertThat(Points.DEFAULT.exact(margin)).isCloseTo(points, offset(1e-9));
    assertThat(Points.DEFAULT.of(margin)).isEqualTo(points);
  }

  @Test
  void areOffsetMinusFactorTimesMarginRounded() {
    Points scale = new Points(40, 500, 10);

    assertThat(scale.exact(0)).isEqualTo(scale.offset());
    assertThat(scale.exact(0) - scale.exact(1)).isCloseTo(scale.factor(), offset(1e-9));
    assertThat(scale.of(0.25)).isEqualTo((int) Math.round(scale.offset() - 0.25 * scale.factor()));
  }

  @Test
  void fallWhenTheMarginRises() {
    assertThat(Points.DEFAULT.of(1)).isLessThan(Points.DEFAULT.of(-1));
  }

  @ParameterizedTest
  @CsvSource({"0, 600, 19", "-20, 600, 19", "20, 600, 0", "20, NaN, 19", "Infinity, 600, 19"})
  void refuseAScaleThatIsNone(double pointsToDouble, double basePoints, double baseOdds) {
    assertThatThrownBy(() -> new Points(pointsToDouble, basePoints, baseOdds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scale of points");
  }
}
