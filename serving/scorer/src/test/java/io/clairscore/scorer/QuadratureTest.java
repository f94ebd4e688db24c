package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 9, 33})
  void integratesEveryPowerItHasNodesFor(int count) {
    for (int power = 0; power < 2 * count; power++) {
      assertThat(integral(count, power))
          .as("t^" + power)
          .isCloseTo(1.0 / (power + 1), offset(1e-14));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void hasNotOneNodeTooMany(int count) {
    assertThat(Math.abs(integral(count, 2 * count) - 1.0 / (2 * count + 1))).isGreaterThan(1e-9);
  }

  private static double integral(int count, int power) {
    Quadrature quadrature = Quadrature.of(count);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += quadrature.weights()[i] * Math.pow(quadrature.nodes()[i], power);
    }
    return sum;
  }
}
