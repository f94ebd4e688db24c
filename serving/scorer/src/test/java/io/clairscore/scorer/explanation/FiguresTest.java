package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.schema.Language;
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
    assertThat(french.signed(-24)).isEqualTo("\u221224");
    assertThat(english.signed(5)).isEqualTo("+5");
    assertThat(french.hour(13.5)).isEqualTo("13\u00a0h\u00a030");
    assertThat(english.hour(9)).isEqualTo("9:00");
  }

  @Test
  void neverAreNegativeZeroOrInScientificNotation() {
    assertThat(french.number(-0.0, 0)).isEqualTo("0");
    assertThat(french.number(-0.04, 1)).isEqualTo("0");
    assertThat(english.twoDecimals(-0.001)).isEqualTo("0.00");
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
}
