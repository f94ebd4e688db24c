package io.clairscore.pipelines.ingest;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes: exactly what {@link Double#parseDouble} reads, without its
 * extras (hexadecimal, type suffixes, blanks, names of infinity).
 */
final class Numbers {
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Numbers() {}

  /** The number, or NaN if the text is not one; infinite if it is beyond the range of doubles. */
  static double parse(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    if (negative) {
      at++;
    }
    long digits = 0;
    int length = 0;
    int fraction = -1;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        length++;
        if (length > 15) {
          return slowly(bytes, from, to);
        }
      } else if (bytes[at] == '.' && fraction < 0) {
        fraction = length;
      } else {
        return slowly(bytes, from, to);
      }
    }
    if (length == 0) {
      return Double.NaN;
    }
    // Both operands are exact doubles, so the one rounding of the division is the right one
    // (W. D. Clinger, "How to read floating point numbers accurately", 1990).
    double value = fraction < 0 ? digits : digits / POWERS[length - fraction];
    return negative ? -value : value;
  }

  private static double slowly(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      boolean part =
          b >= '0' && b <= '9' || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
      if (!part) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
