package io.clairscore.scorer.pages;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure; null if it does not exist
 * @param low 2.5 % end; null where no interval was measured
 * @param high 97.5 % end; null where no interval was measured
 */
public record PageInterval(Double value, Double low, Double high) {

  public PageInterval {
    if ((low == null) != (high == null)) {
      throw new IllegalArgumentException("An interval has both ends or none");
    }
  }
}
