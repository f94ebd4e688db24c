package io.clairscore.service.population;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clairscore.service.population.Comparison.GroupFigures;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ColumnBands;
import io.clairscore.service.population.selection.Dimension;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Scale;
import io.clairscore.service.population.selection.ScoreColumn;
import io.clairscore.service.population.selection.Sight;
import io.clairscore.service.population.selection.Steps;
import java.util.List;

/**
 * What does not depend on a question as long as a version is served: each column over everybody,
 * the accepted and the refused is read once, when it is first asked for, and kept (24 KB each).
 */
final class WholePopulation {
  private static final int MOST = 1000;

  /** Beyond these shares, in thousandths, lie the few that would spoil the scale of a figure. */
  private static final int LOW = 10;

  private static final int HIGH = 990;

  private static final Dimension DECISIONS =
      Dimension.of(ScoreColumn.DECISION.column(), Sight.REVIEW);

  private final ClientTable table;
  private final TallyQuery tallies;
  private final Cache<ExploredColumn, WholeColumn> numbers =
      Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<ExploredColumn, List<List<Tally>>> categories =
      Caffeine.newBuilder().maximumSize(MOST).build();

  WholePopulation(ClientTable table, TallyQuery tallies) {
    this.table = table;
    this.tallies = tallies;
  }

  /** A column of numbers. */
  WholeColumn numbers(ExploredColumn column) {
    return numbers.get(column, wanted -> WholeColumn.read(table, wanted));
  }

  /**
   * The tally of each value of a category, in one of the groups that are the same for everybody.
   */
  List<Tally> values(ExploredColumn column, Group group) {
    Dimension values = Dimension.of(column, Sight.REVIEW);
    return categories
        .get(column, wanted -> tallies.by(values, DECISIONS, ClientSelection.ALL))
        .stream()
        .map(byDecision -> of(byDecision, group))
        .toList();
  }

  /** One of the groups that are the same for everybody. */
  GroupFigures figures(Group group) {
    Tally tally =
        values(ScoreColumn.DECISION.column(), group).stream().reduce(Tally.NONE, Tally::plus);
    Ladder points = numbers(ScoreColumn.POINTS.column()).of(group);
    return new GroupFigures(tally, points.at(250), points.at(500), points.at(750));
  }

  /**
   * ColumnBands with readable edges for a column, the same for every selection so that figures can
   * be compared.
   *
   * @param most how many there should be for the bulk of the values
   */
  ColumnBands bands(ExploredColumn column, int most) {
    Ladder all = numbers(column).of(Group.ALL);
    Scale scale = column.scale().orElseThrow();
    if (all.isEmpty()) {
      return ColumnBands.at();
    }
    boolean bulk = all.at(LOW) < all.at(HIGH);
    return bulk
        ? Steps.over(scale, all.at(LOW), all.at(HIGH), most)
        : Steps.over(scale, all.at(0), all.at(1000), most);
  }

  private static Tally of(List<Tally> byDecision, Group group) {
    return switch (group) {
      case ACCEPTED -> byDecision.get(DECISIONS.values().indexOf("ACCEPTED"));
      case REFUSED -> byDecision.get(DECISIONS.values().indexOf("REFUSED"));
      default -> byDecision.stream().reduce(Tally.NONE, Tally::plus);
    };
  }
}
