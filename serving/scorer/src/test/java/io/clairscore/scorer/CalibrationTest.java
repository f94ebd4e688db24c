package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
  private static final double[] MARGINS = {-3, -1, 0.5};
  private static final double[] PROBABILITIES = {0.02, 0.1, 0.1};

  @Test
  void plattOfSlopeOneIsTheLogisticFunction() {
    Calibration platt = new Platt(1, 0);

    assertThat(platt.probability(0)).isEqualTo(0.5);
    assertThat(platt.probability(Math.log(3))).isCloseTo(0.75, offset(1e-15));
    assertThat(platt.probability(1000)).isEqualTo(1);
    assertThat(platt.probability(-1000)).isEqualTo(0);
  }

  @Test
  void plattScalesAndShiftsTheMargin() {
    assertThat(new Platt(2, -1).probability(0.5)).isEqualTo(0.5);
    assertThat(new Platt(2, -1).probability(1)).isEqualTo(new Platt(1, 0).probability(1));
  }

  @ParameterizedTest
  @CsvSource({"-5, 0.02", "-3, 0.02", "-2, 0.06", "-1, 0.1", "0, 0.1", "0.5, 0.1", "9, 0.1"})
  void isotonicIsLinearBetweenItsPointsAndConstantOutside(double margin, double probability) {
    assertThat(new Isotonic(MARGINS, PROBABILITIES).probability(margin))
        .isCloseTo(probability, offset(1e-15));
  }

  @Test
  void isotonicOfOnePointIsConstant() {
    Calibration constant = new Isotonic(new double[] {1}, new double[] {0.3});

    assertThat(constant.probability(-7)).isEqualTo(0.3);
    assertThat(constant.probability(7)).isEqualTo(0.3);
  }

  @Test
  void neverFallsWhenTheMarginRises() {
    SplittableRandom random = new SplittableRandom(3);
    Calibration isotonic =
        new Isotonic(
            random.doubles(50, -4, 2).sorted().toArray(), random.doubles(50).sorted().toArray());
    for (Calibration calibration : new Calibration[] {isotonic, new Platt(1.1, -0.2)}) {
      double before = 0;
      for (double margin : random.doubles(20_000, -5, 3).sorted().toArray()) {
        double probability = calibration.probability(margin);
        assertThat(probability).isBetween(before, 1.0);
        before = probability;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"platt", "isotonic"})
  void isTheSameAfterJson(String kind) throws JsonProcessingException {
    Calibration written =
        kind.equals("platt") ? new Platt(1 / 3.0, -0.1) : new Isotonic(MARGINS, PROBABILITIES);

    String json = Bundle.MAPPER.writerFor(Calibration.class).writeValueAsString(written);

    assertThat(json).contains("\"kind\" : \"" + kind + "\"");
    assertThat(Bundle.MAPPER.readValue(json, Calibration.class)).isEqualTo(written);
  }

  @Test
  void ofAnUnknownKindIsNotRead() {
    assertThatThrownBy(() -> Bundle.MAPPER.readValue("{\"kind\":\"beta\"}", Calibration.class))
        .isInstanceOf(InvalidTypeIdException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 0", "NaN, 0", "Infinity, 0", "1, NaN", "1, Infinity"})
  void plattRefusesToFallOrToBeNoNumber(double slope, double intercept) {
    assertThatThrownBy(() -> new Platt(slope, intercept))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isotonicRefusesPointsThatDoNotRise() {
    assertRefused(new double[] {}, new double[] {});
    assertRefused(new double[] {1, 2}, new double[] {0.1});
    assertRefused(new double[] {1, 1}, new double[] {0.1, 0.2});
    assertRefused(new double[] {2, 1}, new double[] {0.1, 0.2});
    assertRefused(new double[] {1, 2}, new double[] {0.2, 0.1});
    assertRefused(new double[] {1, Double.NaN}, new double[] {0.1, 0.2});
    assertRefused(new double[] {1, Double.POSITIVE_INFINITY}, new double[] {0.1, 0.2});
    assertRefused(new double[] {1, 2}, new double[] {-0.1, 0.2});
    assertRefused(new double[] {1, 2}, new double[] {0.1, 1.1});
    assertRefused(new double[] {1, 2}, new double[] {0.1, Double.NaN});
  }

  @Test
  void isotonicKeepsItsPointsToItself() {
    double[] margins = {1, 2};
    Isotonic isotonic = new Isotonic(margins, new double[] {0.1, 0.2});
    margins[0] = 99;
    isotonic.margins()[0] = 99;
    isotonic.probabilities()[0] = 99;

    assertThat(isotonic).isEqualTo(new Isotonic(new double[] {1, 2}, new double[] {0.1, 0.2}));
  }

  private static void assertRefused(double[] margins, double[] probabilities) {
    assertThatThrownBy(() -> new Isotonic(margins, probabilities))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
