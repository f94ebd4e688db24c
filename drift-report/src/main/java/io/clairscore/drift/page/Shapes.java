package io.clairscore.drift.page;

import io.clairscore.drift.statistics.CellCounts;
import io.clairscore.drift.verdict.Histogram;

/**
 * Draws two histograms over each other as paths in a box one unit wide per bin and 60 high: shares
 * of each side, on shared bins and one scale.
 */
final class Shapes {
  static final int HEIGHT = 60;

  private Shapes() {}

  /**
   * Two histograms over each other.
   *
   * @param reference path of its area
   * @param current path of its line
   * @param bins width of the box
   * @param most share at the upper end, that of the largest bin
   */
  public record Shape(String reference, String current, int bins, double most) {
    static final Shape NONE = new Shape("", "", 0, 0);

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
      return bins == 0;
    }
  }

  static Shape of(Histogram histogram) {
    CellCounts counts = histogram.counts();
    double most = Math.max(largest(counts.reference()), largest(counts.current()));
    if (!(most > 0)) {
      return Shape.NONE;
    }
    return new Shape(
        path(counts.reference(), most) + "V" + HEIGHT,
        path(counts.current(), most) + "V" + HEIGHT,
        counts.reference().length,
        most);
  }

  /** The upper outline, from the lower left corner on, without a word that says nothing new. */
  private static String path(long[] counts, double most) {
    double total = total(counts);
    StringBuilder path = new StringBuilder("M0 " + HEIGHT);
    int last = HEIGHT;
    int flat = 0;
    for (long count : counts) {
      double share = total == 0 ? 0 : count / total;
      int top = HEIGHT - (int) Math.round(HEIGHT * share / most);
      if (top != last) {
        along(path, flat);
        path.append('V').append(top);
        last = top;
        flat = 0;
      }
      flat++;
    }
    along(path, flat);
    return path.toString();
  }

  private static void along(StringBuilder path, int bins) {
    if (bins > 0) {
      path.append('h').append(bins);
    }
  }

  private static double largest(long[] counts) {
    double total = total(counts);
    double largest = 0;
    for (long count : counts) {
      largest = Math.max(largest, total == 0 ? 0 : count / total);
    }
    return largest;
  }

  private static double total(long[] counts) {
    double total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }
}
