package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.study.evaluation.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
  private static final int YOUNGEST = 30;
  private static final int OLDEST = 60;
  private static final int BAND = 10;

  /** The table of several candidates, each over its folds. */
  ResultTable of(Map<String, Decisions> candidates) {
    Map<Integer, Integer> index = new HashMap<>();
    for (int i = 0; i < groups.client().length; i++) {
      index.put(groups.client()[i], i);
    }
    List<List<String>> rows = new ArrayList<>();
    candidates.forEach(
        (name, decisions) -> {
          Map<String, Group> members = new TreeMap<>();
          int[] client = decisions.scores().clients().client();
          for (int i = 0; i < client.length; i++) {
            Integer at = index.get(client[i]);
            if (at != null) {
              for (String label : labels(at)) {
                members.computeIfAbsent(label, of -> new Group()).add(decisions, i, costs);
              }
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

  private List<String> labels(int at) {
    String gender = groups.gender()[at];
    return List.of(
        "gender " + (gender.isEmpty() ? "unknown" : gender), "age " + band(groups.age()[at]));
  }

  /** Ten years each, the youngest and the oldest together. */
  static String band(int age) {
    if (age < 0) {
      return "unknown";
    }
    if (age < YOUNGEST) {
      return "below " + YOUNGEST;
    }
    int from = age / BAND * BAND;
    return age >= OLDEST ? OLDEST + " and more" : from + "-" + (from + BAND - 1);
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
          Cells.figure((counts[0][0] + counts[1][0]) / clients),
          Cells.figure(counts[1][1] / bad),
          Cells.figure(counts[0][1] / (clients - bad)),
          Cells.figure(predicted / clients),
          Cells.figure(bad / clients),
          Cells.figure(cost / clients));
    }
  }
}
