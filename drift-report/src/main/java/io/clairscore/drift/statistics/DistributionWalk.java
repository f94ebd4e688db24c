package io.clairscore.drift.statistics;

/** Walks up the distinct values of two samples at once, and tells how far their functions are. */
final class DistributionWalk {
  private final ValueCounts reference;
  private final ValueCounts current;
  private int i;
  private int j;
  private long below;
  private long belowInCurrent;
  private double value;

  DistributionWalk(ValueCounts reference, ValueCounts current) {
    this.reference = reference;
    this.current = current;
  }

  /** Goes on to the next distinct value of either sample, if there is one. */
  boolean advance() {
    boolean inReference = i < reference.distinct();
    boolean inCurrent = j < current.distinct();
    if (!inReference && !inCurrent) {
      return false;
    }
    double mine = inReference ? reference.value(i) : Double.POSITIVE_INFINITY;
    double its = inCurrent ? current.value(j) : Double.POSITIVE_INFINITY;
    value = Math.min(mine, its);
    if (mine <= its) {
      below += reference.count(i++);
    }
    if (its <= mine) {
      belowInCurrent += current.count(j++);
    }
    return true;
  }

  double value() {
    return value;
  }

  /** The reference's distribution function at the value, less the current sample's. */
  double gap() {
    return (double) below / reference.total() - (double) belowInCurrent / current.total();
  }
}
