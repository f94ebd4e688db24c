package io.clairscore.pipelines.synthetic;

import static io.clairscore.features.schema.CreditCardBalance.*;

import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws the monthly balances of one card. A month is a draw of the card block in which each
 * variable shares with the other months of its card what real cards share.
 */
final class CardMonths {
  private static final double DAYS_PER_MONTH = 30.44;
  private static final int OLDEST = -96;

  /** Payments of a month in which the card owes something: 4.08 million over 1.7 million. */
  private static final double PAYMENTS_A_MONTH = 2.4;

  private static final Map<String, Trait> TRAITS =
      Map.of(
          "AMT_BALANCE", Trait.C_BAL,
          "CNT_DRAWINGS_ATM_CURRENT", Trait.C_DRAW,
          "CNT_DRAWINGS_POS_CURRENT", Trait.C_DRAW,
          "AMT_DRAWINGS_ATM_CURRENT", Trait.C_DRAW,
          "AMT_DRAWINGS_POS_CURRENT", Trait.C_DRAW);

  private final Block block = new Block("card", Table.CREDIT_CARD_BALANCE.schema());
  private final Distribution last = Statistics.published().numbers("card", "LAST");
  private final Traits ofCard = new Traits(block.latents());
  private final double[] shared = new double[block.latents().size()];

  CardMonths() {
    TRAITS.forEach(ofCard::with);
    for (Column column : Table.CREDIT_CARD_BALANCE.schema().columns()) {
      int at = block.latents().position(column.name());
      if (at >= 0 && column instanceof NumberColumn) {
        shared[at] = Statistics.published().parameter("intraclass.card." + column.name());
      }
    }
  }

  /** Adds the months of a card, and the payments they ask for. */
  void add(
      CreditRows rows,
      Client client,
      int credit,
      TableRows application,
      Instalments instalments,
      SplittableRandom random) {
    double decision = application.get(PreviousApplication.DAYS_DECISION);
    int newest = (int) Math.rint(last.at(random.nextDouble()));
    int first = (int) Math.max(OLDEST, Math.rint(decision / DAYS_PER_MONTH));
    double[] card = ofCard.draw(client, random);
    double late = Trait.L_LATE.mixed(client, random);
    int number = 0;
    for (int month = first; month <= Math.max(first, Math.min(newest, -1)); month++) {
      number =
          month(rows, client, credit, Math.min(-1, month), card, late, number, instalments, random);
    }
  }

  private int month(
      CreditRows rows,
      Client client,
      int credit,
      int month,
      double[] card,
      double late,
      int paid,
      Instalments instalments,
      SplittableRandom random) {
    double[] z = block.latents().draw(random);
    for (int i = 0; i < z.length; i++) {
      z[i] = Math.sqrt(shared[i]) * card[i] + Math.sqrt(1 - shared[i]) * z[i];
    }
    TableRows months = rows.cards();
    months.add();
    block.fill(months, z);
    months.set(SK_ID_PREV, credit);
    months.set(SK_ID_CURR, client.id());
    months.set(MONTHS_BALANCE, month);
    reconcile(months);
    int number = paid;
    if (months.get(AMT_BALANCE) > 0) {
      double amount = Math.max(months.get(AMT_INST_MIN_REGULARITY), 45 * 50);
      double expected = PAYMENTS_A_MONTH - 1;
      int payments = 1 + (int) (expected + random.nextDouble());
      for (int i = 0; i < payments; i++) {
        double due = Math.min(-1, Math.rint(month * DAYS_PER_MONTH) + random.nextInt(28));
        double asked = Double.isNaN(amount) ? 2250 : Money.cents(amount / payments);
        instalments.pay(rows.instalments(), client, credit, 0, ++number, due, asked, late, random);
      }
    }
    return number;
  }

  /** Totals are sums of their parts, and there is an amount exactly where there is a count. */
  private static void reconcile(TableRows rows) {
    List<List<Column>> parts =
        List.of(
            List.of(AMT_DRAWINGS_ATM_CURRENT, CNT_DRAWINGS_ATM_CURRENT),
            List.of(AMT_DRAWINGS_POS_CURRENT, CNT_DRAWINGS_POS_CURRENT),
            List.of(AMT_DRAWINGS_OTHER_CURRENT, CNT_DRAWINGS_OTHER_CURRENT));
    double amount = 0;
    double count = 0;
    for (List<Column> part : parts) {
      double partAmount = rows.get(part.get(0));
      double partCount = rows.get(part.get(1));
      if (partAmount > 0 != partCount > 0) {
        partCount = partAmount > 0 ? 1 : Math.min(partCount, 0);
        rows.set(part.get(1), partCount);
      }
      amount += Double.isNaN(partAmount) ? 0 : partAmount;
      count += Double.isNaN(partCount) ? 0 : partCount;
    }
    rows.set(AMT_DRAWINGS_CURRENT, Money.cents(amount));
    rows.set(CNT_DRAWINGS_CURRENT, count);
    rows.set(AMT_TOTAL_RECEIVABLE, rows.get(AMT_RECIVABLE));
    rows.set(AMT_CREDIT_LIMIT_ACTUAL, Math.rint(rows.get(AMT_CREDIT_LIMIT_ACTUAL) / 4500) * 4500);
  }
}
