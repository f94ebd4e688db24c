package io.clairscore.drift.meaning;

/**
 * The rank correlation of two columns in both populations.
 *
 * @param before Spearman's, rows without a missing value in either
 * @param after the same in the current population
 * @param qValue of no change, Benjamini-Hochberg over all pairs
 * @param drifted whether the change is large, and not chance
 */
public record PairShift(
    String first, String second, double before, double after, double qValue, boolean drifted) {

  public double change() {
    return after - before;
  }
}
