package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  private final Durations french = in(Language.FRENCH);
  private final Durations english = in(Language.ENGLISH);

  private static Durations in(Language language) {
    return new Durations(
        new Phrases<>(Spoken.class, "phrases.tsv", language), new Figures(language));
  }

  @ParameterizedTest
  @CsvSource({
    "-1522, 4 ans et 2 mois, 4 years and 2 months",
    "-365.25, 1 an, 1 year",
    "-360, 1 an, 1 year",
    "425, 1 an et 2 mois, 1 year and 2 months",
    "330, 11 mois, 11 months",
    "61, 2 mois, 2 months",
    "-31, 31 jours, 31 days",
    "1, 1 jour, 1 day",
    "0, 0 jour, 0 days",
    "12.4, 12 jours, 12 days"
  })
  void areYearsAndMonthsOrDays(double days, String inFrench, String inEnglish) {
    assertThat(french.ofDays(days)).isEqualTo(inFrench);
    assertThat(english.ofDays(days)).isEqualTo(inEnglish);
  }

  @Test
  void areWholeAndSayThatLessThanOneIsNotNone() {
    assertThat(french.ofDays(0.35)).isEqualTo("moins d’un jour");
    assertThat(english.ofDays(2.5)).isEqualTo("3 days");
    assertThat(english.ofMonths(0.5)).isEqualTo("15 days");
    assertThat(french.ofYears(0.5)).isEqualTo("moins d’un an");
    assertThat(french.ofDays(-4400)).isEqualTo("12 ans");
  }
}
