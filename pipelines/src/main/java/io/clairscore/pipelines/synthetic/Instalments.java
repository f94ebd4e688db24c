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

  private static final double OLDEST = -2922;

  /** Share of a payment's lateness that belongs to its credit. */
  private static final double HABIT = 0.4;

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
      if (due > (over ? last + 15 : -1)) {
        return;
      }
      boolean settles = early && due + 30 > last + 15;
      double amount = settles ? Money.cents(annuity * Math.min(payments - i, 12) * 0.85) : annuity;
      pay(rows, client, credit, settles ? 2 : 1, i + 1, due, amount, late, random);
    }
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
    double day = Math.max(OLDEST, due);
    boolean unpaid = random.nextDouble() < UNPAID;
    boolean inParts = !unpaid && random.nextDouble() < IN_PARTS;
    double z = -(Math.sqrt(HABIT) * late + Math.sqrt(1 - HABIT) * random.nextGaussian());
    double paid = day - Math.rint(daysEarly.at(NormalCurve.below(z)));
    if (unpaid) {
      row(rows, client, credit, version, number, day, Double.NaN, amount, Double.NaN);
    } else if (inParts) {
      double part = Money.cents(amount * (0.02 + 0.96 * random.nextDouble()));
      row(rows, client, credit, version, number, day, paid, amount, part);
      if (random.nextDouble() >= PART_ONLY) {
        double rest = Money.cents(amount - part);
        double then = paid + random.nextInt(25);
        row(rows, client, credit, version, number, day, then, amount, rest);
      }
    } else {
      row(rows, client, credit, version, number, day, paid, amount, amount);
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
