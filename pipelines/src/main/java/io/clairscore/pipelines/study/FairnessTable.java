package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Wilson;
import io.clairscore.pipelines.training.ClientGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decisions by gender and by age band: who is granted credit, how many defaults are found, how many
 * good clients are refused, and whether the probabilities hold in each group.
 *
 * @param groups gender and age of the clients
 * @param costs what wrong decisions cost
 */
record FairnessTable(ClientGroups groups, BusinessConf costs) {
  static final String GROUPS = "client-groups";

  /** The table of several candidates, each over its folds. */
  ResultTable of(Map<String, Decisions> candidates) {
    Map<Integer, List<String>> names = groups.names();
    List<List<String>> rows = new ArrayList<>();
    candidates.forEach(
        (name, decisions) -> {
          Map<String, Group> members = new TreeMap<>();
          int[] client = decisions.scores().clients().client();
          for (int i = 0; i < client.length; i++) {
            for (String label : names.getOrDefault(client[i], List.of())) {
              members.computeIfAbsent(label, of -> new Group()).add(decisions, i, costs);
            }
          }
          members.forEach((label, group) -> rows.add(group.row(name, label)));
        });
    return new ResultTable(
        "fairness",
        "Fairness, out of fold",
        List.of(
            "candidate",
            "group",
            "clients",
            "approved",
            "recall",
            "good refused",
            "predicted",
            "defaulted",
            "cost"),
        rows);
  }

  /** Counts of one group. */
  private static final class Group {
    private final long[][] counts = new long[2][2];
    private double predicted;
    private double cost;

    void add(Decisions decisions, int i, BusinessConf costs) {
      int target = decisions.scores().clients().target()[i];
      boolean refused = decisions.refused()[i];
      counts[target][refused ? 1 : 0]++;
      predicted += decisions.scores().probability()[i];
      if ((target == 1) != refused) {
        cost += target == 1 ? costs.falseNegativeCost() : costs.falsePositiveCost();
      }
    }

    List<String> row(String candidate, String label) {
      double clients = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
      double bad = counts[1][0] + counts[1][1];
      return List.of(
          candidate,
          label,
          String.valueOf((long) clients),
          share(counts[0][0] + counts[1][0], clients),
          share(counts[1][1], bad),
          share(counts[0][1], clients - bad),
          Cells.figure(predicted / clients),
          Cells.figure(bad / clients),
          Cells.figure(cost / clients));
    }

    /** A share with its interval. */
    private static String share(double of, double all) {
      if (all == 0) {
        return "";
      }
      Estimate share = Wilson.share(of, all);
      return String.format(
          Locale.ROOT, "%.4f [%.4f, %.4f]", share.value(), share.low(), share.high());
    }
  }
}
