package io.clairscore.service.population.told;

import io.clairscore.service.population.Grid;
import io.clairscore.service.population.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * The selected clients by two columns.
 *
 * @param first places of the first column
 * @param second places of the second
 * @param cells pairs of places that enough clients are in
 * @param withheld number of pairs of places with fewer clients than {@code least}, which are not
 *     told
 * @param least fewest clients of a cell that is told
 */
public record ToldGrid(
    ToldColumn firstColumn,
    ToldColumn secondColumn,
    List<ToldPlace> first,
    List<ToldPlace> second,
    List<Cell> cells,
    long withheld,
    int least) {

  /**
   * Clients of two places.
   *
   * @param first position among the places of the first column
   * @param second position among those of the second
   */
  public record Cell(int first, int second, ToldTally tally) {}

  public ToldGrid {
    cells = List.copyOf(cells);
  }

  public static ToldGrid of(Grid grid) {
    List<Cell> cells = new ArrayList<>();
    for (int first = 0; first < grid.first().places(); first++) {
      for (int second = 0; second < grid.second().places(); second++) {
        Tally tally = grid.told(first, second).orElse(null);
        if (tally != null && tally.clients() > 0) {
          cells.add(new Cell(first, second, ToldTally.of(tally)));
        }
      }
    }
    return new ToldGrid(
        ToldColumn.named(grid.first().column()),
        ToldColumn.named(grid.second().column()),
        ToldPlace.of(grid.first()),
        ToldPlace.of(grid.second()),
        cells,
        grid.withheld(),
        Grid.LEAST_CLIENTS);
  }
}
