package io.clairscore.scorer.explanation;

import io.clairscore.features.schema.Language;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers as a reader of the language writes them, the same on every machine: no locale data of the
 * platform is asked. Never in scientific notation.
 */
public final class Figures {
  private static final char NARROW_NO_BREAK_SPACE = '\u202f';
  private static final String NO_BREAK_SPACE = "\u00a0";
  private static final char MINUS = '\u2212';
  private static final Pattern NOTHING = Pattern.compile(MINUS + "0([.,]0*)?");

  /** From here on, a ratio is read as a number of times and not as a percentage. */
  private static final double MANY_TIMES = 10;

  private final boolean french;
  private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);

  public Figures(Language language) {
    french = language == Language.FRENCH;
    symbols.setGroupingSeparator(french ? NARROW_NO_BREAK_SPACE : ',');
    symbols.setDecimalSeparator(french ? ',' : '.');
    symbols.setMinusSign(MINUS);
  }

  /** A number with up to so many decimals. */
  public String number(double value, int decimals) {
    return format(value, "#,##0" + (decimals == 0 ? "" : "." + "#".repeat(decimals)));
  }

  /** A number with exactly so many decimals, so that figures of one kind can be compared. */
  public String fixed(double value, int decimals) {
    return format(value, "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)));
  }

  /** A number with exactly two decimals, such as a score from 0 to 1. */
  String twoDecimals(double value) {
    return fixed(value, 2);
  }

  /** An amount of money: cents below a hundred only. */
  String amount(double value) {
    return Math.abs(value) < 100 && value != Math.rint(value)
        ? twoDecimals(value)
        : number(value, 0);
  }

  /** A share, 1 being all, in percent; a large one as the number it is. */
  String percent(double share) {
    if (Math.abs(share) >= MANY_TIMES) {
      return number(share, 1);
    }
    double percent = 100 * share;
    String figure = number(percent, Math.abs(percent) < 10 ? 1 : 0);
    if (figure.equals("0") && share != 0) {
      figure = twoDecimals(percent);
    }
    return figure + percentSign();
  }

  /** A share, 1 being all, in percent with exactly so many decimals. */
  public String percent(double share, int decimals) {
    return fixed(100 * share, decimals) + percentSign();
  }

  /** What follows a number of percent. */
  public String percentSign() {
    return french ? NO_BREAK_SPACE + "%" : "%";
  }

  /** An integer with its sign, always written. */
  String signed(int value) {
    return value > 0 ? "+" + number(value, 0) : number(value, 0);
  }

  /** A time of day, from hours after midnight. */
  String hour(double hours) {
    long minutes = Math.round(hours * 60);
    String minute = minutes % 60 == 0 ? "" : String.format(Locale.ROOT, "%02d", minutes % 60);
    return french
        ? minutes / 60 + NO_BREAK_SPACE + "h" + (minute.isEmpty() ? "" : NO_BREAK_SPACE + minute)
        : minutes / 60 + ":" + (minute.isEmpty() ? "00" : minute);
  }

  /** Whether a count takes the singular: below 2 in French, exactly 1 in English. */
  boolean singular(double count) {
    return french ? Math.abs(count) < 2 : Math.abs(count) == 1;
  }

  private String format(double value, String pattern) {
    DecimalFormat format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(value);
    // A negative number that rounds to nothing is nothing.
    return NOTHING.matcher(text).matches() ? text.substring(1) : text;
  }
}
