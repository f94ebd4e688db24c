package io.clairscore.pipelines.study.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.training.JudgedClients;
import io.clairscore.pipelines.training.Metric;
import io.clairscore.pipelines.training.ScoredClients;
import java.util.HashMap;
import java.util.Map;

/**
 * Clients with what was decided about them.
 *
 * @param scores their scores
 * @param refused whom the decision refuses
 */
public record Decisions(Scores scores, boolean[] refused) {

  /** Every client judged by one threshold of the margin. */
  public static Decisions at(Scores scores, double threshold) {
    boolean[] refused = new boolean[scores.clients().size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = scores.clients().margin()[i] >= threshold;
    }
    return new Decisions(scores, refused);
  }

  /** Every client refused from a probability of default on. */
  public static Decisions from(Scores scores, double probability) {
    boolean[] refused = new boolean[scores.clients().size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = scores.probability()[i] >= probability;
    }
    return new Decisions(scores, refused);
  }

  /** Each client judged by the best threshold of the other folds. */
  public static Decisions crossFitted(
      Scores scores, ThresholdRule rule, BusinessConf costs, int folds) {
    ScoredClients clients = scores.clients();
    double[] thresholds = clients.fromOtherFolds(folds, others -> rule.best(others, costs));
    boolean[] refused = new boolean[clients.size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = clients.margin()[i] >= thresholds[clients.fold()[i]];
    }
    return new Decisions(scores, refused);
  }

  /** What was decided about these clients, in their order. */
  public boolean[] refused(int[] clients) {
    Map<Integer, Boolean> decided = new HashMap<>();
    for (int i = 0; i < refused.length; i++) {
      decided.put(scores.clients().client()[i], refused[i]);
    }
    boolean[] ordered = new boolean[clients.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = decided.get(clients[i]);
    }
    return ordered;
  }

  /** Cost of each client's decision: the mean is the cost per client. */
  public double[] costs(BusinessConf costs) {
    double[] each = new double[refused.length];
    for (int i = 0; i < each.length; i++) {
      boolean bad = scores.clients().target()[i] == 1;
      each[i] = bad == refused[i] ? 0 : bad ? costs.falseNegativeCost() : costs.falsePositiveCost();
    }
    return each;
  }

  /** Every metric. */
  public Map<Metric, Double> measure(BusinessConf costs) {
    ScoredClients clients = scores.clients();
    return new JudgedClients(clients, scores.probability(), refused, costs).measure(clients.once());
  }
}
