package io.clairscore.features.text;

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
public final class Figures {
  /** Stands for a number that does not exist. */
  public static final String NONE = "\u2014";

  private static final char NARROW_NO_BREAK_SPACE = '\u202f';
  private static final String NO_BREAK_SPACE = "\u00a0";
  private static final char MINUS = '\u2212';

  /** From here on, a ratio is read as a number of times and not as a percentage. */
  private static final double MANY_TIMES = 10;

  private static final double LEAST_STATISTIC = 0.001;
  private static final double LEAST_PLAIN = 1e-4;
  private static final double MOST_PLAIN = 1e12;

  private final boolean french;
  private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);

  public Figures(Language language) {
    french = language == Language.FRENCH;
    symbols.setGroupingSeparator(french ? NARROW_NO_BREAK_SPACE : ',');
    symbols.setDecimalSeparator(french ? ',' : '.');
    symbols.setMinusSign(MINUS);
  }

  /** A whole number of things. */
  public String count(double number) {
    return number(number, 0);
  }

  /** A number with up to so many decimals, never in scientific notation. */
  public String number(double value, int decimals) {
    return format(value, "#,##0" + (decimals == 0 ? "" : "." + "#".repeat(decimals)));
  }

  /** A number with exactly so many decimals, so that figures of one kind can be compared. */
  public String fixed(double value, int decimals) {
    return format(value, "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)));
  }

  /** A number with exactly so many decimals and its sign; nothing has none. */
  public String signed(double value, int decimals) {
    String text = fixed(value, decimals);
    return value > 0 && !text.equals(fixed(0, decimals)) ? "+" + text : text;
  }

  /** An amount of money: cents below a hundred only. */
  public String amount(double value) {
    return Math.abs(value) < 100 && value != Math.rint(value) ? fixed(value, 2) : number(value, 0);
  }

  /** A share, 1 being all, in percent; a large one as the number it is. */
  public String percent(double share) {
    if (Math.abs(share) >= MANY_TIMES) {
      return number(share, 1);
    }
    double percent = 100 * share;
    String figure = number(percent, Math.abs(percent) < 10 ? 1 : 0);
    if (figure.equals("0") && share != 0) {
      figure = fixed(percent, 2);
    }
    return figure + percentSign();
  }

  /** A share, 1 being all, in percent with exactly so many decimals. */
  public String percent(double share, int decimals) {
    return Double.isFinite(share) ? fixed(100 * share, decimals) + percentSign() : NONE;
  }

  /** A share that was set as a limit, in percent with up to two decimals. */
  public String percentLimit(double share) {
    return number(100 * share, 2) + percentSign();
  }

  /** A change of a share, in percent with its sign and exactly so many decimals. */
  public String signedPercent(double share, int decimals) {
    return Double.isFinite(share) ? signed(100 * share, decimals) + percentSign() : NONE;
  }

  /** What follows a number of percent. */
  public String percentSign() {
    return french ? NO_BREAK_SPACE + "%" : "%";
  }

  /** A statistic with three decimals, or that it is below the least of these. */
  public String statistic(double statistic) {
    return statistic > 0 && statistic < LEAST_STATISTIC
        ? "<" + NO_BREAK_SPACE + fixed(LEAST_STATISTIC, 3)
        : fixed(statistic, 3);
  }

  /** A p- or q-value: one that is 0 as a double is small, and not impossible. */
  public String probability(double p) {
    return statistic(p == 0 ? Double.MIN_VALUE : p);
  }

  /** A value of the data with four significant digits; powers of ten only where they must be. */
  public String value(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || size == 0) {
      return format(value, "0");
    }
    if (size < LEAST_PLAIN || size >= MOST_PLAIN) {
      return format(value, "0.###E0");
    }
    int digits = size >= 1000 ? (int) Math.floor(Math.log10(size)) + 1 : 4;
    MathContext significant = new MathContext(digits, RoundingMode.HALF_UP);
    return number(new BigDecimal(value).round(significant).doubleValue(), 8);
  }

  /** A time of day, from hours after midnight. */
  public String hour(double hours) {
    long minutes = Math.round(hours * 60);
    String minute = String.format(Locale.ROOT, "%02d", minutes % 60);
    if (!french) {
      return minutes / 60 + ":" + minute;
    }
    String hour = minutes / 60 + NO_BREAK_SPACE + "h";
    return minutes % 60 == 0 ? hour : hour + NO_BREAK_SPACE + minute;
  }

  /** Whether a count takes the singular: below 2 in French, exactly 1 in English. */
  public boolean singular(double count) {
    return french ? Math.abs(count) < 2 : Math.abs(count) == 1;
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
