package io.clairscore.pipelines.synthetic;

/** Roundings of the source: its amounts are multiples of 4.5, its ratios have few decimals. */
final class Money {
  /** The currency unit of the source's scaling: nearly all amounts are multiples of it. */
  static final double UNIT = 4.5;

  private Money() {}

  /** The nearest multiple of 4.5. */
  static double units(double amount) {
    return Math.rint(amount / UNIT) * UNIT;
  }

  /** The nearest hundredth, as the nearest double of its decimal form. */
  static double cents(double amount) {
    return decimals(amount, 100);
  }

  /** Rounds to one part in {@code scale}; NaN stays NaN. */
  static double decimals(double value, double scale) {
    return Math.rint(value * scale) / scale;
  }
}
