package io.clairscore.service.population.selection;

import java.util.List;
import java.util.Optional;

/**
 * How clients are put into places by one column: the values of a category that may be told, or the
 * bands of a number. Two places more hold what may not be told, and what is missing.
 *
 * @param column by which
 * @param bands of a number
 * @param values of a category that may be told
 */
public record Dimension(ExploredColumn column, Optional<ColumnBands> bands, List<String> values) {

  public Dimension {
    values = List.copyOf(values);
    if (bands.isPresent() != column.isNumber()) {
      throw new IllegalArgumentException("Numbers have bands, categories have none: " + column);
    }
  }

  /** The values of a category that somebody may be told. */
  public static Dimension of(ExploredColumn category, Sight sight) {
    return new Dimension(
        category,
        Optional.empty(),
        category.values().stream().filter(value -> category.tells(value, sight)).toList());
  }

  /** The bands of a number. */
  public static Dimension of(ExploredColumn number, ColumnBands bands) {
    return new Dimension(number, Optional.of(bands), List.of());
  }

  /** Number of bands or of values that may be told. */
  public int size() {
    return bands.map(ColumnBands::size).orElse(values.size());
  }

  /** Place of the values that may not be told. */
  public int other() {
    return size();
  }

  /** Place of those of whom the value is missing. */
  public int missing() {
    return size() + 1;
  }

  /** Number of places. */
  public int places() {
    return size() + 2;
  }

  /** What to group by in SQL. */
  public Sql sql() {
    return bands.map(cut -> cut.sql(column)).orElse(Sql.of(column.sql()));
  }

  /** Place of what {@link #sql} gave for a client. */
  public int place(Object group) {
    if (group == null) {
      return missing();
    }
    if (bands.isPresent()) {
      return ((Number) group).intValue();
    }
    int place = values.indexOf(group.toString());
    return place < 0 ? other() : place;
  }
}
