package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.NumberColumn;
import java.util.SplittableRandom;

/**
 * The calendar of an approved credit in days before the client's current application; NO_DATE
 * stands for what lies ahead or does not apply.
 *
 * @param firstDue first due date
 * @param plannedLastDue last due date of the first plan
 * @param lastDue last due date as it came to be
 * @param termination day the credit was settled
 */
record CreditDates(double firstDue, double plannedLastDue, double lastDue, double termination) {

  /** Upper edges of the bands of numbers of instalments, as fit.py sets them. */
  private static final double[] LENGTHS = {8, 12, 18, 30};

  static final int LENGTH_BANDS = LENGTHS.length + 1;

  /** Approved cards that are over: their last due date is known. */
  private static final double CARDS_OVER = 0.242;

  /** Cards that are over but not settled. */
  private static final double CARDS_UNSETTLED = 0.37;

  /** Credits past their last due date that were never settled, and are still reported. */
  private static final double UNSETTLED = 0.0228;

  /**
   * Credits that would still run, settled ahead of their plan: who applies again has more often
   * closed what he had than old credits, on which the lives are fitted, tell.
   */
  private static final double SETTLED_AHEAD = 0.18;

  /**
   * Draws a calendar.
   *
   * @param decision day of the decision
   * @param lag days from the decision to the first due date
   * @param payments number of instalments
   * @param lives share of its plan a credit lives, by band of instalments; null for a card
   * @param endLag days from the last due date to the end, null if unknown
   */
  static CreditDates of(
      double decision,
      double lag,
      double payments,
      Distribution[] lives,
      Distribution endLag,
      SplittableRandom random) {
    double u = random.nextDouble();
    double v = random.nextDouble();
    double w = random.nextDouble();
    double x = random.nextDouble();
    double due = after(decision, lag);
    double planned = NumberColumn.NO_DATE;
    double last = NumberColumn.NO_DATE;
    boolean card = lives == null || due == NumberColumn.NO_DATE;
    if (!card) {
      double plan = Math.max(payments - 1, 0);
      planned = due + 30 * plan;
      last = past(due + 30 * Math.rint(plan * lives[band(payments)].at(u)));
      if (last == NumberColumn.NO_DATE && x < SETTLED_AHEAD) {
        last = past(due + 30 * Math.floor(v * -due / 30));
      }
    } else if (u < CARDS_OVER) {
      last = past(Math.rint(Math.min(due, decision) * v));
    }
    double unsettled = card ? CARDS_UNSETTLED : UNSETTLED;
    boolean settled = last != NumberColumn.NO_DATE && endLag != null && w >= unsettled;
    double end =
        settled
            ? past(last + Math.rint(endLag.at((w - unsettled) / (1 - unsettled))))
            : NumberColumn.NO_DATE;
    return new CreditDates(due, planned, last, end);
  }

  /** A day some days after the decision, before the current application. */
  static double after(double decision, double lag) {
    return Double.isNaN(lag) || lag == NumberColumn.NO_DATE
        ? NumberColumn.NO_DATE
        : Math.min(-2, decision + Math.rint(lag));
  }

  private static double past(double day) {
    return day > -2 ? NumberColumn.NO_DATE : day;
  }

  private static int band(double payments) {
    int band = 0;
    while (band < LENGTHS.length && payments > LENGTHS[band]) {
      band++;
    }
    return band;
  }
}
