package io.clairscore.service.population.told;

import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.Pair;
import java.util.List;

/**
 * Two columns of the selected clients together.
 *
 * @param grid counts and rates
 * @param points some clients, of whom nobody knows who they are
 */
public record ToldPair(ToldGrid grid, List<Point> points) {

  /**
   * A client in a figure.
   *
   * @param x a number, or the position of a place of the first column
   * @param y the same of the second
   * @param defaulted null if it is not known
   */
  public record Point(double x, double y, boolean refused, @MayBeNull Boolean defaulted) {}

  public ToldPair {
    points = List.copyOf(points);
  }

  public static ToldPair of(Pair pair) {
    return new ToldPair(
        ToldGrid.of(pair.grid()),
        pair.points().stream()
            .map(point -> new Point(point.x(), point.y(), point.refused(), point.defaulted()))
            .toList());
  }
}
