package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.synthetic.ApplicationPlan.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws a client's earlier applications here, and the credits that came of them. */
final class PreviousHistory {
  private final Statistics statistics = Statistics.published();
  private final ApplicationPlan plan = new ApplicationPlan();
  private final Map<String, PreviousBlock> blocks = new HashMap<>();
  private final CreditHistory credits = new CreditHistory();

  /** Applications of a client, with the months, payments and card months of its credits. */
  Map<Table, TableRows> rows(Client client) {
    TableRows rows = new TableRows(Table.PREVIOUS_APPLICATION);
    CreditRows history = new CreditRows();
    SplittableRandom random = Streams.PREVIOUS.of(client.seed(), client.number());
    SplittableRandom monthly = Streams.CREDITS.of(client.seed(), client.number());
    boolean card = false;
    for (Kind kind : plan.of(client, random)) {
      int id = Population.previousId(client.number(), rows.size());
      add(rows, client, id, kind, random);
      if (kind.status().equals("Approved")) {
        credits.add(history, client, id, rows, monthly);
        card |= kind.type().equals("Revolving loans");
      }
    }
    orphans(client, card, history, random, monthly);
    return Map.of(
        Table.PREVIOUS_APPLICATION, rows,
        Table.POS_CASH_BALANCE, history.pos(),
        Table.INSTALLMENTS_PAYMENTS, history.instalments(),
        Table.CREDIT_CARD_BALANCE, history.cards());
  }

  /** Credits whose application the files lack. */
  private void orphans(
      Client client,
      boolean card,
      CreditRows history,
      SplittableRandom random,
      SplittableRandom monthly) {
    TableRows absent = new TableRows(Table.PREVIOUS_APPLICATION);
    int orphan = Population.firstOrphan();
    for (int i = 0; i <= client.applications() && i < 12; i++) {
      String type = CreditHistory.orphanType(random.nextDouble(), i == 0 && !card);
      if (type != null) {
        int id = Population.previousId(client.number(), orphan++);
        add(absent, client, id, new Kind("Approved", type), random);
        Orphans.shift(absent, random);
        credits.add(history, client, id, absent, monthly);
      }
    }
  }

  private void add(TableRows rows, Client client, int id, Kind kind, SplittableRandom random) {
    String block = "previous." + kind.status() + "." + kind.type();
    boolean empty = random.nextDouble() < statistics.missingShare(block, "EMPTY");
    rows.add();
    rows.set(PreviousApplication.SK_ID_PREV, id);
    rows.set(PreviousApplication.SK_ID_CURR, client.id());
    rows.set(PreviousApplication.NAME_CONTRACT_STATUS, kind.status());
    rows.set(PreviousApplication.NAME_CONTRACT_TYPE, kind.type());
    blocks
        .computeIfAbsent(block + (empty ? ".empty" : ".full"), PreviousBlock::new)
        .fill(rows, client, random);
  }
}
