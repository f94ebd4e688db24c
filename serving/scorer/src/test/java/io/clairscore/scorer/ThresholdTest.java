package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
  private static final Threshold THRESHOLD = new Threshold(-2, 0.12, 10, 1, 0.5);

  @Test
  void refusesFromTheThresholdOn() {
    assertThat(THRESHOLD.decide(-2)).isEqualTo(Decision.REFUSED);
    assertThat(THRESHOLD.decide(Math.nextDown(-2.0))).isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void sendsTheGreyBandToAPerson() {
    assertThat(THRESHOLD.toReview(-2.25)).isTrue();
    assertThat(THRESHOLD.toReview(-1.75)).isTrue();
    assertThat(THRESHOLD.toReview(-2.26)).isFalse();
    assertThat(THRESHOLD.toReview(-1.74)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 0.1, 10, 1, 0",
    "-2, -0.1, 10, 1, 0",
    "-2, 1.1, 10, 1, 0",
    "-2, NaN, 10, 1, 0",
    "-2, 0.1, 0, 1, 0",
    "-2, 0.1, 10, -1, 0",
    "-2, 0.1, Infinity, 1, 0",
    "-2, 0.1, 10, 1, -0.1",
    "-2, 0.1, 10, 1, NaN"
  })
  void isNotBuiltFromImpossibleValues(
      double margin, double probability, double missed, double refused, double width) {
    assertThatThrownBy(() -> new Threshold(margin, probability, missed, refused, width))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A threshold needs");
  }
}
