package io.clairscore.scorer.explanation;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Phrases;

/** Spans of time and moments before or after the application, in words. */
final class Durations {
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double DAYS_PER_MONTH = DAYS_PER_YEAR / 12;

  /** Below two months, days say more than months do. */
  private static final double IN_DAYS_BELOW = 60;

  private final Phrases<Spoken> words;
  private final Figures figures;

  Durations(Phrases<Spoken> words, Figures figures) {
    this.words = words;
    this.figures = figures;
  }

  /** A span of days, whatever its sign: "4 years and 2 months". */
  String ofDays(double days) {
    double span = Math.abs(days);
    return span < IN_DAYS_BELOW ? days(span) : ofMonths(span / DAYS_PER_MONTH);
  }

  /** A span of months, whatever its sign. */
  String ofMonths(double months) {
    double span = Math.abs(months);
    if (span > 0 && span < 1) {
      return days(span * DAYS_PER_MONTH);
    }
    long whole = Math.round(span);
    long years = whole / 12;
    long rest = whole % 12;
    String inMonths = count(rest, Spoken.MONTH_ONE, Spoken.MONTH_MANY);
    if (years == 0) {
      return inMonths;
    }
    return rest == 0
        ? ofYears(years)
        : words.say(Spoken.AND, "first", ofYears(years), "second", inMonths);
  }

  String ofYears(double years) {
    return count(years, Spoken.YEAR_ONE, Spoken.YEAR_MANY);
  }

  /** A moment a number of days after the application, before it if negative. */
  String momentOfDays(double days) {
    return moment(days, ofDays(days));
  }

  /** A moment a number of months after the application, before it if negative. */
  String momentOfMonths(double months) {
    return moment(months, ofMonths(months));
  }

  private String moment(double signed, String duration) {
    if (Math.abs(signed) < 0.5) {
      return words.say(Spoken.TODAY);
    }
    return words.say(signed < 0 ? Spoken.AGO : Spoken.AHEAD, "duration", duration);
  }

  private String days(double span) {
    double told = span < 10 ? Math.round(span * 10) / 10.0 : Math.round(span);
    return count(told, Spoken.DAY_ONE, Spoken.DAY_MANY);
  }

  private String count(double number, Spoken one, Spoken many) {
    return words.say(figures.singular(number) ? one : many, "count", figures.number(number, 1));
  }
}
