package io.clairscore.pipelines.synthetic;

import static io.clairscore.features.schema.InstallmentsPayments.*;

import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PreviousApplication;
import java.util.SplittableRandom;

/** Draws the payments of a credit: in full, in several parts, or never. */
final class Instalments {
  /** Instalments never paid: 2,905 of 13,605,401 rows. */
  private static final double UNPAID = 0.000214;

  /** Instalments paid in two parts. */
  private static final double IN_PARTS = 0.09;

  /** Of these, instalments of which the second part never came. */
  private static final double PART_ONLY = 0.15;

  private static final double SECOND_VERSION = 0.035;
  private static final double THIRD_VERSION = 0.026;
  private static final double OLDEST = -2922;

  /** Share of a payment's lateness that belongs to its credit. */
  private static final double HABIT = 0.4;

  /**
   * Payments far from their due date: the local rows, few as they are, show a standard deviation of
   * 13 days, all rows 25.5.
   */
  private static final double FAR = 0.015;

  private static final double FAR_FACTOR = 12;

  private final Distribution daysEarly = Statistics.published().numbers("instalment", "DAYS_EARLY");

  /** Adds the payments of a credit; {@code late} is its standard normal lateness. */
  void add(
      TableRows rows,
      Client client,
      int credit,
      TableRows application,
      double late,
      SplittableRandom random) {
    double first = application.get(PreviousApplication.DAYS_FIRST_DUE);
    double last = application.get(PreviousApplication.DAYS_LAST_DUE);
    double payments = application.get(PreviousApplication.CNT_PAYMENT);
    double annuity = application.get(PreviousApplication.AMT_ANNUITY);
    boolean over = last != NumberColumn.NO_DATE;
    double planned = application.get(PreviousApplication.DAYS_LAST_DUE_1ST_VERSION);
    boolean early = over && planned != NumberColumn.NO_DATE && last < planned - 15;
    for (int i = 0; i < payments; i++) {
      double due = first + 30 * i;
      if (due > (over ? Math.min(last + 15, -1) : -1)) {
        return;
      }
      boolean settles = early && due + 30 > last + 15;
      double amount = settles ? Money.cents(annuity * (payments - i) * 0.85) : annuity;
      pay(rows, client, credit, version(settles, random), i + 1, due, amount, late, random);
    }
  }

  /** Plans are revised: versions 2 and 3 hold 4.6 and 1.7 % of all rows. */
  private static int version(boolean settles, SplittableRandom random) {
    double u = random.nextDouble();
    if (settles || u < SECOND_VERSION) {
      return 2;
    }
    return u < SECOND_VERSION + THIRD_VERSION ? 3 : 1;
  }

  /** Adds the payments of one instalment. */
  void pay(
      TableRows rows,
      Client client,
      int credit,
      int version,
      int number,
      double due,
      double amount,
      double late,
      SplittableRandom random) {
    if (due < OLDEST) {
      return;
    }
    boolean unpaid = random.nextDouble() < UNPAID;
    boolean inParts = !unpaid && random.nextDouble() < IN_PARTS;
    double z = -(Math.sqrt(HABIT) * late + Math.sqrt(1 - HABIT) * random.nextGaussian());
    double early = daysEarly.at(NormalCurve.below(z));
    double paid = due - Math.rint(random.nextDouble() < FAR ? early * FAR_FACTOR : early);
    if (unpaid) {
      row(rows, client, credit, version, number, due, Double.NaN, amount, Double.NaN);
    } else if (inParts) {
      double part = Money.cents(amount * (0.02 + 0.96 * random.nextDouble()));
      row(rows, client, credit, version, number, due, paid, amount, part);
      if (random.nextDouble() >= PART_ONLY) {
        double rest = Money.cents(amount - part);
        double then = paid + random.nextInt(25);
        row(rows, client, credit, version, number, due, then, amount, rest);
      }
    } else {
      row(rows, client, credit, version, number, due, paid, amount, amount);
    }
  }

  private static void row(
      TableRows rows,
      Client client,
      int credit,
      int version,
      int number,
      double due,
      double paid,
      double amount,
      double payment) {
    rows.add();
    rows.set(SK_ID_PREV, credit);
    rows.set(SK_ID_CURR, client.id());
    rows.set(NUM_INSTALMENT_VERSION, version);
    rows.set(NUM_INSTALMENT_NUMBER, number);
    rows.set(DAYS_INSTALMENT, due);
    rows.set(DAYS_ENTRY_PAYMENT, Math.min(-1, paid));
    rows.set(AMT_INSTALMENT, amount);
    rows.set(AMT_PAYMENT, payment);
  }
}
