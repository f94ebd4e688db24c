package io.clairscore.service.population;

/**
 * A share of a number of clients, with what chance allows for.
 *
 * @param part those of whom it is true
 * @param of all of them
 */
public record Share(long part, long of) {
  /** Two-sided 95 % of the normal distribution. */
  private static final double Z = 1.959963984540054;

  public Share {
    if (part < 0 || part > of) {
      throw new IllegalArgumentException(part + " of " + of);
    }
  }

  /** The share; NaN of nobody. */
  public double rate() {
    return (double) part / of;
  }

  /** Lower end of Wilson's 95 % interval; 0 of nobody. */
  public double low() {
    return of == 0 ? 0 : Math.max(0, centre() - half());
  }

  /** Upper end of Wilson's 95 % interval; 1 of nobody. */
  public double high() {
    return of == 0 ? 1 : Math.min(1, centre() + half());
  }

  private double centre() {
    return (rate() + Z * Z / (2.0 * of)) / (1 + Z * Z / of);
  }

  private double half() {
    double variance = rate() * (1 - rate()) / of + Z * Z / (4.0 * of * of);
    return Z * Math.sqrt(variance) / (1 + Z * Z / of);
  }
}
