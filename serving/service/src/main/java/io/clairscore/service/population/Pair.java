package io.clairscore.service.population;

import java.util.List;

/**
 * Two columns of the selected clients together.
 *
 * @param grid counts and rates of the bands or values
 * @param points some clients, of whom nobody knows who they are; none if few are selected
 */
public record Pair(Grid grid, List<Point> points) {
  /** More would only blacken a figure. */
  public static final int MOST_POINTS = 2000;

  /** Of fewer selected clients no single one is shown. */
  public static final int LEAST_CLIENTS = 30;

  /**
   * A client in a figure.
   *
   * @param x first column: a number, or the place of a category
   * @param y second column
   * @param refused what the model says
   * @param defaulted what became of the credit; null if it is not known
   */
  public record Point(double x, double y, boolean refused, Boolean defaulted) {}

  public Pair {
    points = List.copyOf(points);
  }
}
