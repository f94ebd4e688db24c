package io.clairscore.features.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Days and moments as a reader of the language writes them, the same on every machine. */
public final class Dates {
  private static final TextTable MONTHS = TextTable.read(Dates.class, "months.tsv", 1);

  private final Language language;

  public Dates(Language language) {
    this.language = language;
  }

  /** A day: "1er novembre 2026", "1 November 2026". */
  public String day(LocalDate day) {
    String month = MONTHS.text("name", String.valueOf(day.getMonthValue())).in(language);
    String first = language == Language.FRENCH && day.getDayOfMonth() == 1 ? "1er" : null;
    String number = first == null ? String.valueOf(day.getDayOfMonth()) : first;
    return number + "\u00a0" + month + "\u00a0" + day.getYear();
  }

  /** A moment to the minute, in coordinated universal time. */
  public String moment(Instant moment) {
    ZonedDateTime at = moment.atZone(ZoneOffset.UTC);
    return "%s, %02d:%02d UTC".formatted(day(at.toLocalDate()), at.getHour(), at.getMinute());
  }
}
