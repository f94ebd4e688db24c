package io.clairscore.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores Evidently printed for application_train against application_test, from their counts. */
class PublishedScoresTest {

  @ParameterizedTest
  @CsvSource({
    "NAME_CONTRACT_TYPE, 278232/29279, 48305/439, 0.147550",
    "CODE_GENDER, 202448/105059/4, 32678/16066/0, 0.009267",
    "FLAG_OWN_CAR, 202924/104587, 32311/16433, 0.002226",
    "FLAG_OWN_REALTY, 213312/94199, 33658/15086, 0.002426",
  })
  void jensenShannonHasEveryPrintedDigit(
      String column, String reference, String current, BigDecimal printed) {
    double distance = Divergence.jensenShannon(cells(reference, current));

    assertThat(BigDecimal.valueOf(distance).setScale(6, RoundingMode.HALF_EVEN))
        .as(column)
        .isEqualTo(printed.setScale(6));
  }

  @Test
  void aLargeSampleMakesAChangeOfNothingSignificant() {
    CellCounts genders = cells("202448/105059/4", "32678/16066/0");

    assertThat(ChiSquare.goodnessOfFit(genders).pValue()).isCloseTo(1.1e-7, within(5e-9));
    assertThat(ChiSquare.homogeneity(genders).pValue()).isCloseTo(9e-7, within(5e-8));
    assertThat(CramersV.of(genders)).isCloseTo(0.009, within(5e-4));
    assertThat(StabilityIndex.evidently(cells("278232/29279", "48305/439")))
        .isCloseTo(0.211, within(5e-4));
  }

  private static CellCounts cells(String reference, String current) {
    return new CellCounts(counts(reference), counts(current));
  }

  private static long[] counts(String slashed) {
    return Arrays.stream(slashed.split("/")).mapToLong(Long::parseLong).toArray();
  }
}
