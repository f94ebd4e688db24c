package io.clairscore.pipelines.synthetic;

import static io.clairscore.features.schema.PreviousApplication.*;

import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Credits whose application the files lack. They are the oldest: the application lies before the
 * eight years the files cover, while their last months lie within.
 */
final class Orphans {
  private static final double WINDOW = -2922;
  private static final List<Column> DATES =
      List.of(DAYS_FIRST_DUE, DAYS_LAST_DUE_1ST_VERSION, DAYS_LAST_DUE, DAYS_TERMINATION);

  private Orphans() {}

  /** Moves the application added last, and every date of its credit, before the window. */
  static void shift(TableRows rows, SplittableRandom random) {
    double payments = rows.get(CNT_PAYMENT);
    double life = Double.isNaN(payments) ? 0 : Math.max(0, 30 * payments * 0.7);
    double decision = WINDOW - Math.rint(random.nextDouble() * life);
    double due = rows.get(DAYS_FIRST_DUE);
    double move = decision - rows.get(DAYS_DECISION);
    rows.set(DAYS_DECISION, decision);
    if (rows.get(NAME_CONTRACT_TYPE) == NAME_CONTRACT_TYPE.code("Revolving loans")) {
      return;
    }
    for (Column date : DATES) {
      double day = rows.get(date);
      if (day != NumberColumn.NO_DATE) {
        rows.set(date, day + move);
      }
    }
    if (due != NumberColumn.NO_DATE && rows.get(DAYS_TERMINATION) == NumberColumn.NO_DATE) {
      // What was still running now ended as planned.
      rows.set(DAYS_LAST_DUE, rows.get(DAYS_LAST_DUE_1ST_VERSION));
      rows.set(DAYS_TERMINATION, rows.get(DAYS_LAST_DUE) + 6);
    }
  }
}
