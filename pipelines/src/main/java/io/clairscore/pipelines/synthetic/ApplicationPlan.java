package io.clairscore.pipelines.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plans statuses and types of a client's earlier applications. Nearly every client began with an
 * approved credit for goods, and has one card at most; what is left of the published shares is
 * spread over the other applications, by the client's traits.
 */
final class ApplicationPlan {

  /**
   * One application.
   *
   * @param status NAME_CONTRACT_STATUS
   * @param type NAME_CONTRACT_TYPE
   */
  record Kind(String status, String type) {}

  private static final Kind FIRST = new Kind("Approved", "Consumer loans");
  private static final Kind CARD = new Kind("Approved", "Revolving loans");

  /**
   * Clients with earlier applications whose first one was approved: 94.7 % of all have POS rows.
   */
  private static final double BEGAN_WITH_GOODS = 0.97;

  /** Clients with two or more applications of whom one is an approved card. */
  private static final double WITH_CARD = 0.36;

  /** Means over all clients, from the published counts. */
  private static final double APPLICATIONS = 1_670_214.0 / 356_255;

  private static final double WITH_APPLICATIONS = 338_857.0 / 356_255;
  private static final double WITH_TWO = 0.785;

  /**
   * Share of all applications by which approved credits for goods would exceed the published one:
   * the traits that decide status and type go together. Measured on 356,255 generated clients.
   */
  private static final double GOODS_EXCESS = 0.009;

  private final Choice cardlessTypes;
  private final List<String> statuses;
  private final List<Choice> types = new ArrayList<>();
  private final double refused;
  private final double canceled;
  private final double unused;

  ApplicationPlan() {
    Statistics statistics = Statistics.published();
    Choice all = statistics.choice("previous", "STATUS");
    statuses = all.labels();
    statuses.forEach(status -> types.add(statistics.choice("previous", "TYPE/" + status)));
    double first = BEGAN_WITH_GOODS * WITH_APPLICATIONS / APPLICATIONS;
    double card = WITH_CARD * WITH_TWO / APPLICATIONS;
    double others = 1 - first - card;
    refused = share(all, "Refused") / others;
    canceled = share(all, "Canceled") / others / (1 - refused);
    double approved = share(all, "Approved") - first - card;
    unused = share(all, "Unused offer") / (share(all, "Unused offer") + approved);
    Choice ofApproved = types.get(statuses.indexOf("Approved"));
    double consumer =
        share(ofApproved, "Consumer loans") * share(all, "Approved") - first - GOODS_EXCESS;
    cardlessTypes =
        Choice.parse(
            consumer / approved + ":Consumer loans|" + (1 - consumer / approved) + ":Cash loans");
  }

  /** The applications of a client, the oldest not necessarily first. */
  List<Kind> of(Client client, SplittableRandom random) {
    List<Kind> kinds = new ArrayList<>();
    double first = random.nextDouble();
    double card = random.nextDouble();
    int cardAt =
        client.applications() < 2 || card >= WITH_CARD
            ? -1
            : 1 + random.nextInt(client.applications() - 1);
    for (int i = 0; i < client.applications(); i++) {
      if (i == 0 && first < BEGAN_WITH_GOODS) {
        kinds.add(FIRST);
      } else if (i == cardAt) {
        kinds.add(CARD);
      } else {
        kinds.add(other(client, random));
      }
    }
    return kinds;
  }

  private Kind other(Client client, SplittableRandom random) {
    boolean isRefused = NormalCurve.below(Trait.P_REFUSED.mixed(client, random)) > 1 - refused;
    boolean isCanceled = NormalCurve.below(Trait.P_CANCELED.mixed(client, random)) > 1 - canceled;
    boolean isUnused = random.nextDouble() < unused;
    double u = NormalCurve.below(Trait.P_CASH.mixed(client, random));
    String status =
        isRefused ? "Refused" : isCanceled ? "Canceled" : isUnused ? "Unused offer" : "Approved";
    Choice choice = status.equals("Approved") ? cardlessTypes : types.get(statuses.indexOf(status));
    return new Kind(status, choice.at(u));
  }

  private static double share(Choice choice, String label) {
    return choice.shares().get(choice.labels().indexOf(label));
  }
}
