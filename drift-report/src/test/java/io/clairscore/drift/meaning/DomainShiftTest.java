package io.clairscore.drift.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainShiftTest {

  @ParameterizedTest
  @CsvSource({
    "NaN, 2000, NOT_COMPUTED",
    "0.47, 2000, NONE",
    "0.517, 2000, NONE",
    "0.52, 2000, SLIGHT",
    "0.55, 2000, CLEAR",
    "0.65, 2000, STRONG",
    "0.57, 50, NONE"
  })
  void anAucCountsOnlyBeyondChance(double auc, long rows, Separation separation) {
    DomainShift shift = DomainShift.of(rows, rows, 3, auc, 0.55, 0.65, List.of());

    assertThat(shift.separation()).isEqualTo(separation);
    // 1.96 standard deviations of the Mann-Whitney statistic over its pairs.
    double pairs = (double) rows * rows;
    assertThat(shift.bound())
        .isCloseTo(1.96 * Math.sqrt(pairs * (2 * rows + 1) / 12) / pairs, within(1e-4));
  }
}
