package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.schema.Language;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures french = new Figures(Language.FRENCH);
  private final Figures english = new Figures(Language.ENGLISH);

  @Test
  void writesNumbersAsTheReaderDoes() {
    assertThat(french.count(307511)).isEqualTo("307\u202f511");
    assertThat(english.count(307511)).isEqualTo("307,511");
    assertThat(french.percent(0.565)).isEqualTo("56,5\u00a0%");
    assertThat(english.percent(0.565)).isEqualTo("56.5%");
    assertThat(french.signed(-1.25)).isEqualTo("\u22121,3");
    assertThat(english.signed(1.24)).isEqualTo("+1.2");
    assertThat(english.signed(-0.01)).isEqualTo("0.0");
    assertThat(english.signed(0.01)).isEqualTo("0.0");
  }

  @Test
  void writesValuesWithFourSignificantDigits() {
    assertThat(english.value(0.123456)).isEqualTo("0.1235");
    assertThat(english.value(12.3456)).isEqualTo("12.35");
    assertThat(english.value(-123456.7)).isEqualTo("\u2212123,457");
    assertThat(english.value(0)).isEqualTo("0");
    assertThat(english.value(1.2346e-9)).isEqualTo("1.235E\u22129");
    assertThat(english.value(3e15)).isEqualTo("3E15");
  }

  @Test
  void saysWhatIsTooSmallOrDoesNotExist() {
    assertThat(english.score(0.00001)).isEqualTo("<\u00a00.001");
    assertThat(english.score(0)).isEqualTo("0.000");
    assertThat(english.probability(0)).isEqualTo("<\u00a00.001");
    assertThat(english.probability(0.05)).isEqualTo("0.050");
    assertThat(english.probability(Double.NaN)).isEqualTo("\u2014");
    assertThat(english.score(0.2126)).isEqualTo("0.213");
    assertThat(english.score(Double.NaN)).isEqualTo("\u2014");
    assertThat(english.percent(Double.NaN)).isEqualTo("\u2014");
    assertThat(english.limit(0.1)).isEqualTo("0.1");
    assertThat(english.percentLimit(0.05)).isEqualTo("5%");
  }
}
