package io.clairscore.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {
  private final Dates french = new Dates(Language.FRENCH);
  private final Dates english = new Dates(Language.ENGLISH);

  @Test
  void monthsAreThoseOfThePlatform() {
    for (int month = 1; month <= 12; month++) {
      LocalDate day = LocalDate.of(2026, month, 12);
      assertThat(french.day(day))
          .isEqualTo(
              "12\u00a0%s\u00a02026"
                  .formatted(day.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH)));
      assertThat(english.day(day))
          .isEqualTo(
              "12\u00a0%s\u00a02026"
                  .formatted(day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }
  }

  @Test
  void theFirstOfAMonthIsAnOrdinalInFrench() {
    assertThat(french.day(LocalDate.of(2026, 2, 1))).isEqualTo("1er\u00a0février\u00a02026");
    assertThat(english.moment(Instant.parse("2026-02-01T06:05:59Z")))
        .isEqualTo("1\u00a0February\u00a02026, 06:05 UTC");
  }
}
