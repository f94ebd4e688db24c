package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Wilson;
import io.clairscore.pipelines.study.results.ChosenModel.GroupResult;
import io.clairscore.pipelines.training.ClientGroups;
import java.util.ArrayList;
import java.util.Arrays;
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
public record Fairness(ClientGroups groups, BusinessConf costs) {
  static final String GROUPS = "client-groups";

  /** Several candidates, each over its folds. */
  public List<GroupResult> of(Map<String, Decisions> candidates) {
    Map<Integer, List<String>> names = groups.names();
    List<GroupResult> results = new ArrayList<>();
    candidates.forEach(
        (name, decisions) -> {
          Map<String, Group> members = new TreeMap<>();
          int[] client = decisions.scores().clients().client();
          double[] cost = decisions.costs(costs);
          for (int i = 0; i < client.length; i++) {
            for (String label : names.getOrDefault(client[i], List.of())) {
              members.computeIfAbsent(label, of -> new Group()).add(decisions, i, cost[i]);
            }
          }
          members.forEach((label, group) -> results.add(group.result(name, label)));
        });
    return results;
  }

  /** Counts of one group. */
  private static final class Group {
    private final long[][] counts = new long[2][2];
    private double predicted;
    private double cost;

    void add(Decisions decisions, int i, double costs) {
      int target = decisions.scores().clients().target()[i];
      counts[target][decisions.refused()[i] ? 1 : 0]++;
      predicted += decisions.scores().probability()[i];
      cost += costs;
    }

    GroupResult result(String candidate, String label) {
      long clients = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
      double bad = counts[1][0] + counts[1][1];
      return new GroupResult(
          candidate,
          label,
          clients,
          share(counts[0][0] + counts[1][0], clients),
          share(counts[1][1], bad),
          share(counts[0][1], clients - bad),
          predicted / clients,
          bad / clients,
          cost / clients);
    }

    /** A share with its interval. */
    private static Estimate share(double of, double all) {
      return all == 0 ? null : Wilson.share(of, all);
    }
  }
}
