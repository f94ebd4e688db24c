package io.clairscore.pipelines.synthetic;

import static io.clairscore.features.schema.PosCashBalance.*;

import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PreviousApplication;
import java.util.SplittableRandom;

/** Draws the monthly balances of one point-of-sale or cash credit. */
final class PosMonths {
  private static final double DAYS_PER_MONTH = 30.44;
  private static final int OLDEST = -96;

  /** The first month reported lies about a month before the first due date. */
  private static final double FIRST_BEFORE_DUE = 1.09;

  /** Credits over that end with a month "Completed". */
  private static final double COMPLETED = 0.88;

  /** First months that are only "Signed": 74,625 of about 800,000 credits. */
  private static final double SIGNED = 0.093;

  /** Months with rare statuses: demand, returned, approved, amortised. */
  private static final double RARE = 0.0023;

  /** Months that a credit still running may be behind its plan. */
  private static final int LONGEST_DELAY = 12;

  private static final String[] RARE_STATUSES = {
    "Demand", "Returned to the store", "Approved", "Amortized debt"
  };
  private static final double[] RARE_UP_TO = {0.36, 0.63, 0.88, 1};

  /** Rows without number of instalments: 26,071 of 10,001,358. */
  private static final double NO_COUNT = 0.0026;

  /** Share of a month's lateness that belongs to its credit. */
  private static final double RUNS = 0.55;

  private final Distribution daysLate = Statistics.published().numbers("pos", "SK_DPD/late");
  private final double onTime = Statistics.published().missingShare("pos", "SK_DPD/on time");
  private final Distribution daysLateTolerant =
      Statistics.published().numbers("pos", "SK_DPD_DEF/late");
  private final double onTimeTolerant =
      Statistics.published().missingShare("pos", "SK_DPD_DEF/on time");

  /** Adds the months of a credit; {@code late} is its standard normal lateness. */
  void add(
      TableRows rows,
      Client client,
      int credit,
      TableRows application,
      double late,
      SplittableRandom random) {
    double due = application.get(PreviousApplication.DAYS_FIRST_DUE);
    double end = application.get(PreviousApplication.DAYS_TERMINATION);
    boolean over = end != NumberColumn.NO_DATE;
    int first = month(due / DAYS_PER_MONTH - FIRST_BEFORE_DUE);
    int last = over ? month(end / DAYS_PER_MONTH - 0.07) : month(-1 - random.nextInt(100) / 60);
    last = Math.max(first, last);
    double payments = application.get(PreviousApplication.CNT_PAYMENT);
    if (!over && payments > 0) {
      first = Math.max(first, last - (int) payments - LONGEST_DELAY);
    }
    boolean completes = over && random.nextDouble() < COMPLETED;
    int revised = revisedMonths(application, random);
    boolean signed = random.nextDouble() < SIGNED;
    for (int month = last; month >= first; month--) {
      rows.add();
      rows.set(SK_ID_PREV, credit);
      rows.set(SK_ID_CURR, client.id());
      rows.set(MONTHS_BALANCE, month);
      boolean completed = completes && month == last;
      double planned = last - month < revised ? last - first : payments;
      counts(rows, payments, planned, month - first, random);
      rows.set(
          NAME_CONTRACT_STATUS,
          completed ? "Completed" : signed && month == first ? "Signed" : status(random));
      lateness(rows, late, random);
    }
  }

  private static void counts(
      TableRows rows, double payments, double planned, int elapsed, SplittableRandom random) {
    if (random.nextDouble() < NO_COUNT) {
      return;
    }
    rows.set(CNT_INSTALMENT, Math.max(1, Math.min(payments, planned)));
    rows.set(CNT_INSTALMENT_FUTURE, Math.max(0, Math.min(payments, planned) - elapsed));
  }

  /**
   * Newest months in which a credit that ends early already counts the instalments it will really
   * have had: the last one nearly always, all of them for one credit in four.
   */
  private static int revisedMonths(TableRows application, SplittableRandom random) {
    double last = application.get(PreviousApplication.DAYS_LAST_DUE);
    double planned = application.get(PreviousApplication.DAYS_LAST_DUE_1ST_VERSION);
    double u = random.nextDouble();
    if (last == NumberColumn.NO_DATE || last > planned - 15) {
      return 0;
    }
    return u < 0.23 ? Integer.MAX_VALUE : u < 0.42 ? 2 : u < 0.974 ? 1 : 0;
  }

  private static String status(SplittableRandom random) {
    if (random.nextDouble() >= RARE) {
      return "Active";
    }
    double u = random.nextDouble();
    int i = 0;
    while (u > RARE_UP_TO[i]) {
      i++;
    }
    return RARE_STATUSES[i];
  }

  private void lateness(TableRows rows, double late, SplittableRandom random) {
    double z = Math.sqrt(RUNS) * late + Math.sqrt(1 - RUNS) * random.nextGaussian();
    double u = NormalCurve.below(z);
    rows.set(SK_DPD, days(u, onTime, daysLate));
    rows.set(SK_DPD_DEF, days(u, onTimeTolerant, daysLateTolerant));
  }

  private static double days(double u, double onTime, Distribution days) {
    return u < onTime ? 0 : Math.rint(days.at((u - onTime) / (1 - onTime)));
  }

  private static int month(double month) {
    return (int) Math.max(OLDEST, Math.min(-1, Math.rint(month)));
  }
}
