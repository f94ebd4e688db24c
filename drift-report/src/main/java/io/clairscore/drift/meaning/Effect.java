package io.clairscore.drift.meaning;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What a segment adds to the change of a mean over all clients.
 *
 * @param before mean in the reference, NaN if the segment had nobody
 * @param after mean in the current population, NaN if the segment has nobody
 * @param bound half the width of the 95 % interval of {@code after - before}; NaN if there is none
 * @param mix because its share of the clients changed
 * @param within because its own mean changed
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Effect(double before, double after, double bound, double mix, double within) {

  /** Whether the mean of the segment changed by more than chance. */
  public boolean changed() {
    return Math.abs(after - before) > bound;
  }
}
