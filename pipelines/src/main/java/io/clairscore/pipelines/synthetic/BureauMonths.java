package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.BureauBalance;
import java.util.SplittableRandom;

/** Draws the monthly balances of one bureau credit, newest month first as in the source. */
final class BureauMonths {
  private static final double DAYS_PER_MONTH = 30.44;
  private static final int OLDEST = -96;

  /** Share of a month's status that belongs to its credit: statuses come in long runs. */
  private static final double RUNS = 0.6;

  private final Distribution last = Statistics.published().numbers("balance", "LAST");
  private final Distribution before = codes("STATUS/before");
  private final Distribution after = codes("STATUS/after");

  /** The first month of the credit in the bureau row added last. */
  int first(TableRows bureau) {
    return (int) Math.max(OLDEST, Math.ceil(bureau.get(Bureau.DAYS_CREDIT) / DAYS_PER_MONTH));
  }

  /** Adds the months of a credit, whose bureau row is the one added last. */
  void add(
      TableRows rows,
      Client client,
      int credit,
      TableRows bureau,
      int first,
      SplittableRandom random) {
    int newest = Math.max(first, (int) Math.rint(last.at(random.nextDouble())));
    double end = bureau.get(Bureau.DAYS_ENDDATE_FACT) / DAYS_PER_MONTH;
    double run = Trait.B_LATE.mixed(client, random);
    for (int month = newest; month >= first; month--) {
      double z = Math.sqrt(RUNS) * run + Math.sqrt(1 - RUNS) * random.nextGaussian();
      double u = NormalCurve.below(z);
      rows.add();
      rows.set(BureauBalance.SK_ID_BUREAU, credit);
      rows.set(BureauBalance.MONTHS_BALANCE, month);
      rows.set(BureauBalance.STATUS, (month > end ? after : before).at(u));
    }
  }

  private static Distribution codes(String variable) {
    return Statistics.published().choice("balance", variable).of(BureauBalance.STATUS::code);
  }
}
