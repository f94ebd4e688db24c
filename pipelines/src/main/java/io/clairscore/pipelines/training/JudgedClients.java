package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.EnumMap;
import java.util.Map;

/** Clients with their outcome, margin, calibrated probability and decision. */
public final class JudgedClients {
  private final int[] target;
  private final double[] probability;
  private final boolean[] refused;
  private final RankedScores ranked;
  private final BusinessConf costs;

  public JudgedClients(
      ScoredClients clients, double[] probability, boolean[] refused, BusinessConf costs) {
    this.target = clients.target();
    this.probability = probability;
    this.refused = refused;
    this.ranked = clients.ranked();
    this.costs = costs;
  }

  public int size() {
    return target.length;
  }

  /** Every metric, each client counted as often as its weight says. */
  public Map<Metric, Double> measure(int[] weight) {
    long[][] confusion = new long[2][2];
    double squares = 0;
    for (int i = 0; i < target.length; i++) {
      confusion[target[i]][refused[i] ? 1 : 0] += weight[i];
      double error = probability[i] - target[i];
      squares += weight[i] * error * error;
    }
    Map<Metric, Double> measured = counted(confusion);
    double clients = (double) confusion[0][0] + confusion[0][1] + confusion[1][0] + confusion[1][1];
    double auc = ranked.auc(weight);
    measured.put(Metric.AUC, auc);
    measured.put(Metric.GINI, 2 * auc - 1);
    measured.put(Metric.KS, ranked.ks(weight));
    measured.put(Metric.BRIER, squares / clients);
    return measured;
  }

  private Map<Metric, Double> counted(long[][] confusion) {
    double trueNegatives = confusion[0][0];
    double falsePositives = confusion[0][1];
    double falseNegatives = confusion[1][0];
    double truePositives = confusion[1][1];
    double good = trueNegatives + falsePositives;
    double bad = falseNegatives + truePositives;
    double clients = good + bad;
    double missed = costs.falseNegativeCost();
    double lost = costs.falsePositiveCost();
    Map<Metric, Double> measured = new EnumMap<>(Metric.class);
    measured.put(
        Metric.COST_PER_CLIENT, (missed * falseNegatives + lost * falsePositives) / clients);
    measured.put(Metric.ACCEPT_ALL_COST, missed * bad / clients);
    measured.put(Metric.REFUSE_ALL_COST, lost * good / clients);
    measured.put(Metric.ACCURACY, (truePositives + trueNegatives) / clients);
    measured.put(Metric.RECALL, truePositives / bad);
    measured.put(Metric.REFUSAL_RATE, (truePositives + falsePositives) / clients);
    measured.put(Metric.TRUE_POSITIVES, truePositives);
    measured.put(Metric.FALSE_NEGATIVES, falseNegatives);
    measured.put(Metric.FALSE_POSITIVES, falsePositives);
    measured.put(Metric.TRUE_NEGATIVES, trueNegatives);
    return measured;
  }
}
