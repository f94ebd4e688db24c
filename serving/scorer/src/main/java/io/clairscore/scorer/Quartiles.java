package io.clairscore.scorer;

import java.io.Serializable;

/** The values that a quarter, half and three quarters of some clients do not exceed. */
public record Quartiles(double low, double median, double high) implements Serializable {

  /**
   * @throws IllegalArgumentException if they are not finite or fall
   */
  public Quartiles {
    if (!(low <= median && median <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "Quartiles are finite and do not fall: %s, %s, %s".formatted(low, median, high));
    }
  }
}
