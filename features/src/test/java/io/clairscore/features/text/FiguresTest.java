package io.clairscore.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures french = new Figures(Language.FRENCH);
  private final Figures english = new Figures(Language.ENGLISH);

  @Test
  void areWrittenAsTheLanguageDoes() {
    assertThat(french.number(1234.5, 1)).isEqualTo("1\u202f234,5");
    assertThat(english.number(1234.5, 1)).isEqualTo("1,234.5");
    assertThat(french.amount(1_350_000)).isEqualTo("1\u202f350\u202f000");
    assertThat(english.amount(25_650.4)).isEqualTo("25,650");
    assertThat(french.amount(12.5)).isEqualTo("12,50");
    assertThat(french.percent(0.183)).isEqualTo("18\u00a0%");
    assertThat(english.percent(0.0466)).isEqualTo("4.7%");
    assertThat(french.percent(0.00004)).isEqualTo("0,00\u00a0%");
    assertThat(english.percent(24.56)).isEqualTo("24.6");
    assertThat(french.signed(-24, 0)).isEqualTo("\u221224");
    assertThat(english.signed(5, 0)).isEqualTo("+5");
    assertThat(french.hour(13.5)).isEqualTo("13\u00a0h\u00a030");
    assertThat(english.hour(9)).isEqualTo("9:00");
  }

  @Test
  void neverAreNegativeZeroOrInScientificNotation() {
    assertThat(french.number(-0.0, 0)).isEqualTo("0");
    assertThat(french.number(-0.04, 1)).isEqualTo("0");
    assertThat(english.fixed(-0.001, 2)).isEqualTo("0.00");
    assertThat(english.number(1e15, 0)).isEqualTo("1,000,000,000,000,000");
    assertThat(english.amount(Float.MAX_VALUE)).doesNotContain("E");
    assertThat(english.percent(1e-9)).doesNotContain("E");
  }

  @Test
  void doNotDependOnTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(new Figures(Language.FRENCH).number(1234.5, 1)).isEqualTo("1\u202f234,5");
      assertThat(new Figures(Language.ENGLISH).hour(8.25)).isEqualTo("8:15");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesNumbersAsTheReaderDoes() {
    assertThat(french.count(307511)).isEqualTo("307\u202f511");
    assertThat(english.count(307511)).isEqualTo("307,511");
    assertThat(french.percent(0.565, 1)).isEqualTo("56,5\u00a0%");
    assertThat(english.percent(0.565, 1)).isEqualTo("56.5%");
    assertThat(french.signed(-1.25, 1)).isEqualTo("\u22121,3");
    assertThat(english.signed(1.24, 1)).isEqualTo("+1.2");
    assertThat(english.signed(-0.01, 1)).isEqualTo("0.0");
    assertThat(english.signed(0.01, 1)).isEqualTo("0.0");
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
    assertThat(english.statistic(0.00001)).isEqualTo("<\u00a00.001");
    assertThat(english.statistic(0)).isEqualTo("0.000");
    assertThat(english.probability(0)).isEqualTo("<\u00a00.001");
    assertThat(english.probability(0.05)).isEqualTo("0.050");
    assertThat(english.probability(Double.NaN)).isEqualTo("\u2014");
    assertThat(english.statistic(0.2126)).isEqualTo("0.213");
    assertThat(english.statistic(Double.NaN)).isEqualTo("\u2014");
    assertThat(english.percent(Double.NaN, 1)).isEqualTo("\u2014");
    assertThat(english.number(0.1, 3)).isEqualTo("0.1");
    assertThat(english.percentLimit(0.05)).isEqualTo("5%");
  }
}
