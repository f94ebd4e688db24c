package io.clairscore.benchmarks;

/** The differences between two computations over many rows, and whether all are small enough. */
final class Comparison {
  private final String what;
  private final double tolerance;
  private long rows;
  private long beyond;
  private double largest;
  private int at = -1;

  Comparison(String what, double tolerance) {
    this.what = what;
    this.tolerance = tolerance;
  }

  void add(int row, double[] ours, double[] theirs) {
    double difference = ours.length == theirs.length ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
      double here = Math.abs(ours[i] - theirs[i]);
      difference = Math.max(difference, Double.isNaN(here) ? Double.POSITIVE_INFINITY : here);
    }
    add(row, difference);
  }

  void add(int row, double difference) {
    rows++;
    // Written so that NaN lies beyond every tolerance.
    beyond += difference <= tolerance ? 0 : 1;
    if (!(difference <= largest)) {
      largest = difference;
      at = row;
    }
  }

  boolean holds() {
    return beyond == 0 && rows > 0;
  }

  @Override
  public String toString() {
    return String.format(
        "%-6s %-42s %,9d of %,d within %.0e, largest difference %.3g%s",
        holds() ? "ok" : "WRONG",
        what,
        rows - beyond,
        rows,
        tolerance,
        largest,
        at < 0 ? "" : " (row " + at + ")");
  }
}
