package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.NumberColumn;
import java.util.List;

/** An application to try changes on: always the client's own, but for the change last asked for. */
final class Draft {
  private final Rows own;
  private final Rows cells;
  private final NumberColumn[] columns;

  /**
   * A draft.
   *
   * @param columns those a change may touch
   */
  Draft(Rows own, List<NumberColumn> columns) {
    this.own = own;
    this.cells = own.copy();
    this.columns = columns.toArray(NumberColumn[]::new);
  }

  /** The client's own application. */
  Rows own() {
    return own;
  }

  /** The application with one change. */
  Rows with(Course course, double value) {
    return with(course, course.value(0), course, value);
  }

  /** The application with two changes, in the order of the specification. */
  Rows with(Course a, double valueOfA, Course b, double valueOfB) {
    reset();
    if (a.rank() <= b.rank()) {
      a.apply(valueOfA, cells);
      b.apply(valueOfB, cells);
    } else {
      b.apply(valueOfB, cells);
      a.apply(valueOfA, cells);
    }
    return cells;
  }

  private void reset() {
    for (NumberColumn column : columns) {
      cells.set(column, 0, own.number(column, 0));
    }
  }
}
