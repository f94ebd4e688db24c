package io.clairscore.scorer.explanation;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Phrases;

/** Spans of time and moments before or after the application, in words, rounded as people do. */
final class Durations {
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double DAYS_PER_MONTH = DAYS_PER_YEAR / 12;

  /** Below two months, days say more than months do. */
  private static final double IN_DAYS_BELOW = 60;

  /** From ten years on, months say nothing more. */
  private static final double IN_YEARS_FROM = 10;

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
    if (years >= IN_YEARS_FROM) {
      return ofYears(span / 12);
    }
    String inMonths = count(rest, Spoken.MONTH_ONE, Spoken.MONTH_MANY);
    if (years == 0) {
      return inMonths;
    }
    return rest == 0
        ? ofYears(years)
        : words.say(Spoken.AND, "first", ofYears(years), "second", inMonths);
  }

  String ofYears(double years) {
    double whole = Math.abs(years);
    return whole > 0 && whole < 1
        ? words.say(Spoken.LESS_THAN_A_YEAR)
        : count(Math.round(whole), Spoken.YEAR_ONE, Spoken.YEAR_MANY);
  }

  private String days(double span) {
    return span > 0 && span < 1
        ? words.say(Spoken.LESS_THAN_A_DAY)
        : count(Math.round(span), Spoken.DAY_ONE, Spoken.DAY_MANY);
  }

  private String count(long number, Spoken one, Spoken many) {
    return words.say(figures.singular(number) ? one : many, "count", figures.number(number, 0));
  }
}
