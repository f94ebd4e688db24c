package io.clairscore.service.population.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A condition on one column. */
public sealed interface Filter {

  ExploredColumn column();

  /** The condition in SQL. */
  Sql sql();

  /**
   * A category is one of these values.
   *
   * @param missing whether no value will do as well
   */
  record OneOf(ExploredColumn column, List<String> values, boolean missing) implements Filter {

    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty() && !missing || !column.values().containsAll(values)) {
        throw new IllegalArgumentException("No values of " + column);
      }
    }

    @Override
    public Sql sql() {
      List<Sql> choices = new ArrayList<>();
      if (!values.isEmpty()) {
        choices.add(Sql.join(column.sql(), " IN (", Sql.bound(values.toArray()), ")"));
      }
      if (missing) {
        choices.add(Sql.of(column.sql() + " IS NULL"));
      }
      return Sql.join("(", Sql.list(choices, " OR "), ")");
    }
  }

  /** A number lies between two, both included; an open end is an infinity. */
  record Between(ExploredColumn column, double min, double max) implements Filter {

    public Between {
      Objects.requireNonNull(column, "column");
      if (!column.isNumber() || !(min <= max)) {
        throw new IllegalArgumentException("No range of " + column);
      }
    }

    @Override
    public Sql sql() {
      List<Sql> ends = new ArrayList<>();
      if (min > Double.NEGATIVE_INFINITY) {
        ends.add(Sql.join(column.sql(), " >= ", Sql.bound(column.storage().bind(min))));
      }
      if (max < Double.POSITIVE_INFINITY) {
        ends.add(Sql.join(column.sql(), " <= ", Sql.bound(column.storage().bind(max))));
      }
      return ends.isEmpty()
          ? Sql.of(column.sql() + " IS NOT NULL")
          : Sql.join("(", Sql.list(ends, " AND "), ")");
    }
  }

  /** A number is missing. */
  record Missing(ExploredColumn column) implements Filter {
    @Override
    public Sql sql() {
      return Sql.of(column.sql() + " IS NULL");
    }
  }
}
