package io.clairscore.service.population;

import io.clairscore.service.population.selection.ExploredColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One client beside the others, of whom nobody is told apart.
 *
 * @param similar who is similar, and by which rule
 * @param groups each group as a whole
 * @param columns the columns that were chosen, in their order
 */
public record Comparison(
    SimilarClients similar, Map<Group, GroupFigures> groups, List<ComparedColumn> columns) {
  /** More columns would be no comparison a person can read. */
  public static final int MOST_COLUMNS = 12;

  /**
   * A group.
   *
   * @param tally how many, what was said and became of them
   * @param lowPoints a quarter of the scored do not exceed it; NaN if nobody was scored
   * @param medianPoints half of them
   * @param highPoints three quarters of them
   */
  public record GroupFigures(
      Tally tally, double lowPoints, double medianPoints, double highPoints) {}

  /**
   * A column.
   *
   * @param column which
   * @param value of the client: a double or a category's value; empty if it is missing
   * @param standings in each group
   */
  public record ComparedColumn(
      ExploredColumn column, Optional<Object> value, Map<Group, Standing> standings) {

    public ComparedColumn {
      standings = Map.copyOf(standings);
    }
  }

  public Comparison {
    groups = Map.copyOf(groups);
    columns = List.copyOf(columns);
  }
}
