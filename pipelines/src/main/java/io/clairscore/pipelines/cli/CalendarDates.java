package io.clairscore.pipelines.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** Reads days and months of options; picocli says of which one it was. */
final class CalendarDates {
  /** Before, calendars and the dates of tables differ. */
  private static final int FIRST_YEAR = 1900;

  private CalendarDates() {}

  static LocalDate day(String text) {
    return read(text, "\\d{4}-\\d\\d-\\d\\d", LocalDate::parse, "a day, YYYY-MM-DD");
  }

  static YearMonth month(String text) {
    return read(text, "\\d{4}-\\d\\d", YearMonth::parse, "a month, YYYY-MM");
  }

  private static <T> T read(String text, String form, Function<String, T> parse, String what) {
    try {
      if (text.matches(form) && Integer.parseInt(text.substring(0, 4)) >= FIRST_YEAR) {
        return parse.apply(text);
      }
    } catch (DateTimeException notInTheCalendar) {
      // Said below, as of every other text.
    }
    throw new TypeConversionException(
        "'" + text + "' is not " + what + ", of the calendar from " + FIRST_YEAR + " to 9999");
  }
}
