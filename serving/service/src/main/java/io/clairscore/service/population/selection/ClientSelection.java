package io.clairscore.service.population.selection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which clients are meant: those who fulfil every condition.
 *
 * @param filters at most one per column
 */
public record ClientSelection(List<Filter> filters) {
  /** Everybody. */
  public static final ClientSelection ALL = new ClientSelection(List.of());

  public ClientSelection {
    filters = List.copyOf(filters);
    Set<ExploredColumn> seen = new HashSet<>();
    for (Filter filter : filters) {
      if (!seen.add(filter.column())) {
        throw new IllegalArgumentException("Two conditions on " + filter.column());
      }
    }
  }

  /** The columns it depends on. */
  public List<ExploredColumn> columns() {
    return filters.stream().map(Filter::column).toList();
  }

  public boolean isAll() {
    return filters.isEmpty();
  }

  /** The same without the condition on a column. */
  public ClientSelection without(ExploredColumn column) {
    return new ClientSelection(
        filters.stream().filter(filter -> !filter.column().equals(column)).toList());
  }

  /** The same with a condition more, in the place of another on that column. */
  public ClientSelection with(Filter filter) {
    List<Filter> more = new ArrayList<>(without(filter.column()).filters);
    more.add(filter);
    return new ClientSelection(more);
  }

  /** The conditions in SQL. */
  public Sql condition() {
    return isAll() ? Sql.of("true") : Sql.each(filters, " AND ", Filter::sql);
  }
}
