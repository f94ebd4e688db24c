package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws a client's earlier applications here, and the credits that came of them. */
final class PreviousHistory {
  private final Statistics statistics = Statistics.published();
  private final Choice statuses = statistics.choice("previous", "STATUS");
  private final Map<String, Choice> types = new HashMap<>();
  private final Map<String, PreviousBlock> blocks = new HashMap<>();
  private final CreditHistory credits = new CreditHistory();
  private final double refused;
  private final double canceled;
  private final double unused;

  PreviousHistory() {
    double approvedShare = share("Approved");
    double unusedShare = share("Unused offer");
    double canceledShare = share("Canceled");
    this.refused = share("Refused");
    this.canceled = canceledShare / (1 - refused);
    this.unused = unusedShare / (approvedShare + unusedShare);
    for (String status : statuses.labels()) {
      types.put(status, statistics.choice("previous", "TYPE/" + status));
    }
  }

  /** Applications of a client, with the months, payments and card months of its credits. */
  Map<Table, TableRows> rows(Client client) {
    TableRows rows = new TableRows(Table.PREVIOUS_APPLICATION);
    CreditRows history = new CreditRows();
    SplittableRandom random = Streams.PREVIOUS.of(client.seed(), client.number());
    SplittableRandom monthly = Streams.CREDITS.of(client.seed(), client.number());
    for (int i = 0; i < client.applications(); i++) {
      int id = Population.previousId(client.number(), i);
      String status = status(client, random);
      String type = types.get(status).at(NormalCurve.below(Trait.P_CASH.mixed(client, random)));
      add(rows, client, id, status, type, random);
      if (status.equals("Approved")) {
        credits.add(history, client, id, rows, monthly);
      }
    }
    orphans(client, history, random, monthly);
    return Map.of(
        Table.PREVIOUS_APPLICATION, rows,
        Table.POS_CASH_BALANCE, history.pos(),
        Table.INSTALLMENTS_PAYMENTS, history.instalments(),
        Table.CREDIT_CARD_BALANCE, history.cards());
  }

  /** Credits whose application the files lack. */
  private void orphans(
      Client client, CreditRows history, SplittableRandom random, SplittableRandom monthly) {
    TableRows absent = new TableRows(Table.PREVIOUS_APPLICATION);
    int orphan = Population.firstOrphan();
    for (int i = 0; i < client.applications() && i < 8; i++) {
      double u = random.nextDouble();
      String type = CreditHistory.orphanType(u);
      if (type != null) {
        int id = Population.previousId(client.number(), orphan++);
        add(absent, client, id, "Approved", type, random);
        credits.add(history, client, id, absent, monthly);
      }
    }
  }

  private String status(Client client, SplittableRandom random) {
    boolean isRefused = NormalCurve.below(Trait.P_REFUSED.mixed(client, random)) > 1 - refused;
    boolean isCanceled = NormalCurve.below(Trait.P_CANCELED.mixed(client, random)) > 1 - canceled;
    if (isRefused) {
      return "Refused";
    }
    if (isCanceled) {
      return "Canceled";
    }
    return random.nextDouble() < unused ? "Unused offer" : "Approved";
  }

  private void add(
      TableRows rows, Client client, int id, String status, String type, SplittableRandom random) {
    String kind = "previous." + status + "." + type;
    boolean empty = random.nextDouble() < statistics.missingShare(kind, "EMPTY");
    rows.add();
    rows.set(PreviousApplication.SK_ID_PREV, id);
    rows.set(PreviousApplication.SK_ID_CURR, client.id());
    rows.set(PreviousApplication.NAME_CONTRACT_STATUS, status);
    rows.set(PreviousApplication.NAME_CONTRACT_TYPE, type);
    blocks
        .computeIfAbsent(kind + (empty ? ".empty" : ".full"), PreviousBlock::new)
        .fill(rows, client, random);
  }

  private double share(String status) {
    int at = statuses.labels().indexOf(status);
    return statuses.shares().get(at);
  }
}
