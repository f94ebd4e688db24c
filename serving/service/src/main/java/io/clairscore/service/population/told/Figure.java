package io.clairscore.service.population.told;

/** Numbers as JSON holds them. */
final class Figure {
  private Figure() {}

  /** The number; null if it is none. */
  static Double of(double number) {
    return Double.isFinite(number) ? number : null;
  }
}
