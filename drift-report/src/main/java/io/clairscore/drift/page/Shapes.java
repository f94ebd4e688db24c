package io.clairscore.drift.page;

import io.clairscore.drift.statistics.CellCounts;
import io.clairscore.drift.verdict.Histogram;
import io.clairscore.features.text.Figures;

/**
 * Draws two histograms over each other as paths in a box of 240 by 64: shares of each side, on
 * shared bins and one scale.
 */
final class Shapes {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 64;
  private static final int ROOM = 2;

  private Shapes() {}

  /** Paths of the reference's area and the current line, and the values at both ends. */
  public record Shape(String reference, String current, String from, String to) {}

  static Shape of(Histogram histogram, Figures figures) {
    CellCounts counts = histogram.counts();
    double most = Math.max(largest(counts.reference()), largest(counts.current()));
    if (!(most > 0)) {
      return new Shape("", "", "", "");
    }
    boolean scaled = Double.isFinite(histogram.from());
    return new Shape(
        path(counts.reference(), most) + "V" + HEIGHT + "Z",
        path(counts.current(), most) + "V" + HEIGHT,
        scaled ? figures.value(histogram.from()) : "",
        scaled ? figures.value(histogram.to()) : "");
  }

  /** The upper outline, from the lower left corner on. */
  private static String path(long[] counts, double most) {
    double total = total(counts);
    StringBuilder path = new StringBuilder("M0 " + HEIGHT);
    int last = HEIGHT;
    for (int i = 0; i < counts.length; i++) {
      double share = total == 0 ? 0 : counts[i] / total;
      int top = (int) Math.round(HEIGHT - (HEIGHT - ROOM) * share / most);
      if (top != last) {
        path.append('V').append(top);
        last = top;
      }
      path.append('H').append(Math.round((double) WIDTH * (i + 1) / counts.length));
    }
    return path.toString();
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
