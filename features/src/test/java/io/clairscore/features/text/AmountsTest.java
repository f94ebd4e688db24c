package io.clairscore.features.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AmountsTest {
  private final Amounts french = new Amounts(new Figures(Language.FRENCH), "euros");
  private final Amounts english = new Amounts(new Figures(Language.ENGLISH), "euros");

  @Test
  void areSaidInRoundFiguresWithTheirCurrency() {
    assertThat(french.rounded(1_234_567)).isEqualTo("1\u202f235\u202f000\u00a0euros");
    assertThat(english.rounded(25_652.5)).isEqualTo("25,700\u00a0euros");
    assertThat(english.rounded(4_321)).isEqualTo("4,320\u00a0euros");
    assertThat(english.rounded(512.4)).isEqualTo("512\u00a0euros");
    assertThat(french.rounded(-25_652.5)).isEqualTo("\u221225\u202f700\u00a0euros");
    assertThat(english.exact(25_652)).isEqualTo("25,652\u00a0euros");
  }

  @Test
  void roundFiguresAreLessThanOnePerCentOff() {
    Random random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      double value = Math.rint(100 * Math.pow(10, 5 * random.nextDouble()));
      String digits = english.rounded(value).replaceAll("[^0-9]", "");
      assertThat(Double.parseDouble(digits)).isBetween(0.99 * value, 1.01 * value);
    }
  }

  @Test
  void anAmountWithoutCurrencyIsNone() {
    Figures figures = new Figures(Language.FRENCH);
    assertThatThrownBy(() -> new Amounts(figures, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
