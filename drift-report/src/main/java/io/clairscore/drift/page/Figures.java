package io.clairscore.drift.page;

import io.clairscore.features.schema.Language;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers as a reader of the language writes them, the same on every machine: no locale data of the
 * platform is asked. A number that does not exist is a dash.
 */
final class Figures {
  private static final char NARROW_NO_BREAK_SPACE = '\u202f';
  private static final String NO_BREAK_SPACE = "\u00a0";
  private static final char MINUS = '\u2212';
  private static final String NONE = "\u2014";
  private static final double LEAST = 0.001;
  private static final double LEAST_PLAIN = 1e-4;
  private static final double MOST_PLAIN = 1e12;

  private final boolean french;
  private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);

  Figures(Language language) {
    french = language == Language.FRENCH;
    symbols.setGroupingSeparator(french ? NARROW_NO_BREAK_SPACE : ',');
    symbols.setDecimalSeparator(french ? ',' : '.');
    symbols.setMinusSign(MINUS);
  }

  String count(long number) {
    return format(number, "#,##0");
  }

  /** A statistic with three decimals, or that it is below the least of these. */
  String score(double score) {
    if (score > 0 && score < LEAST) {
      return "<" + NO_BREAK_SPACE + format(LEAST, "0.000");
    }
    return format(score, "#,##0.000");
  }

  /** A p- or q-value: one that is 0 as a double is small, and not impossible. */
  String probability(double p) {
    return score(p == 0 ? Double.MIN_VALUE : p);
  }

  /** A limit as it was set. */
  String limit(double limit) {
    return format(limit, "#,##0.###");
  }

  /** A number of points with its sign. */
  String signed(double points) {
    String text = format(points, "#,##0.0");
    return points > 0 && !text.equals(format(0, "#,##0.0")) ? "+" + text : text;
  }

  /** A part of a change, with its sign and two decimals: parts are small. */
  String effect(double points) {
    String text = format(points, "#,##0.00");
    return points > 0 && !text.equals(format(0, "#,##0.00")) ? "+" + text : text;
  }

  String points(double points) {
    return format(points, "#,##0.0");
  }

  /** A share, 1 being all, in percent with one decimal. */
  String percent(double share) {
    return Double.isFinite(share) ? format(100 * share, "#,##0.0") + percentSign() : NONE;
  }

  /** A share that was set as a limit. */
  String percentLimit(double share) {
    return format(100 * share, "#,##0.##") + percentSign();
  }

  String signedPercent(double share) {
    return Double.isFinite(share) ? signed(100 * share) + percentSign() : NONE;
  }

  /** A value of the data with four significant digits; powers of ten only where they must be. */
  String value(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || size == 0) {
      return format(value, "0");
    }
    if (size < LEAST_PLAIN || size >= MOST_PLAIN) {
      return format(value, "0.###E0");
    }
    int digits = size >= 1000 ? (int) Math.floor(Math.log10(size)) + 1 : 4;
    double rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP)).doubleValue();
    return format(rounded, "#,##0.########");
  }

  private String percentSign() {
    return french ? NO_BREAK_SPACE + "%" : "%";
  }

  private String format(double value, String pattern) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    DecimalFormat format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(value);
    // A negative number that rounds to nothing is nothing.
    boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return nothing && text.charAt(0) == MINUS && Double.isFinite(value) ? text.substring(1) : text;
  }
}
