package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * From where on a score is moderate, and strong.
 *
 * @param moderate above 0
 * @param strong at least the moderate one
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Bands(double moderate, double strong) {

  public Bands {
    if (!(moderate > 0) || !(strong >= moderate)) {
      throw new IllegalArgumentException(
          "Bands of a moderate %s and a strong %s".formatted(moderate, strong));
    }
  }
}
