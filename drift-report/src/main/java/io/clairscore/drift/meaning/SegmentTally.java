package io.clairscore.drift.meaning;

import java.io.Serializable;

/**
 * Clients of a segment as the model sees them. Tallies of parts add up, in the order of the parts.
 *
 * @param clients clients
 * @param points sum of their scores before rounding
 * @param squares sum of the squares of these
 * @param refused clients refused
 */
public record SegmentTally(long clients, double points, double squares, long refused)
    implements Serializable {

  /** Nobody. */
  public static final SegmentTally EMPTY = new SegmentTally(0, 0, 0, 0);

  /** This tally and one more client. */
  public SegmentTally plus(double score, boolean isRefused) {
    return new SegmentTally(
        clients + 1, points + score, squares + score * score, refused + (isRefused ? 1 : 0));
  }

  public SegmentTally plus(SegmentTally other) {
    return new SegmentTally(
        clients + other.clients,
        points + other.points,
        squares + other.squares,
        refused + other.refused);
  }

  double mean() {
    return points / clients;
  }

  double refusals() {
    return (double) refused / clients;
  }

  /** Variance of the mean score, 0 of nobody's. */
  double meanSpread() {
    return clients == 0 ? 0 : Math.max(0, squares / clients - mean() * mean()) / clients;
  }

  /** Variance of the refusal rate, 0 of nobody's. */
  double refusalSpread() {
    return clients == 0 ? 0 : refusals() * (1 - refusals()) / clients;
  }
}
