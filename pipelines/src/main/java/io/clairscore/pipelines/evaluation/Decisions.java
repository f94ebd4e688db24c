package io.clairscore.pipelines.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Clients with what was decided about them.
 *
 * @param scores their scores
 * @param refused whom the decision refuses
 */
public record Decisions(Scores scores, boolean[] refused) {

  public int size() {
    return refused.length;
  }

  private static Decisions of(Scores scores, IntPredicate refuses) {
    boolean[] refused = new boolean[scores.clients().size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = refuses.test(i);
    }
    return new Decisions(scores, refused);
  }

  /** Every client judged by one threshold of the margin. */
  public static Decisions at(Scores scores, double threshold) {
    return of(scores, i -> scores.clients().margin()[i] >= threshold);
  }

  /** Every client refused from a probability of default on. */
  public static Decisions from(Scores scores, double probability) {
    return of(scores, i -> scores.probability()[i] >= probability);
  }

  /** Each client judged by the best threshold of the other folds. */
  public static Decisions crossFitted(
      Scores scores, ThresholdRule rule, BusinessConf costs, int folds) {
    ScoredClients clients = scores.clients();
    double[] thresholds = rule.ofOtherFolds(clients, costs, folds);
    return of(scores, i -> clients.margin()[i] >= thresholds[clients.fold()[i]]);
  }

  /** The same clients, all of them accepted or all of them refused. */
  public Decisions all(boolean refuses) {
    return of(scores, i -> refuses);
  }

  /** Two sets of clients as one. */
  public Decisions and(Decisions others) {
    int size = size();
    return of(scores.and(others.scores), i -> i < size ? refused[i] : others.refused[i - size]);
  }

  /** The clients of some folds. */
  public Decisions where(IntPredicate ofFold) {
    return at(scores.clients().places(ofFold));
  }

  private Decisions at(int[] places) {
    return of(scores.at(places), i -> refused[places[i]]);
  }

  /** These clients without those that the other lacks, in the order of the other. */
  public Decisions alongside(Decisions other) {
    int[] client = scores.clients().client();
    Map<Integer, Integer> place = new HashMap<>();
    IntStream.range(0, size()).forEach(i -> place.put(client[i], i));
    return at(
        IntStream.of(other.scores.clients().client())
            .filter(place::containsKey)
            .map(place::get)
            .toArray());
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

  /** Clients by outcome and decision. */
  public Confusion confusion() {
    return confusion(once());
  }

  /** Every metric. */
  public Map<Metric, Double> measure(BusinessConf costs) {
    return measuring(costs).apply(once());
  }

  /** Every metric under many weights, each client counted as often as its weight says. */
  public Function<int[], Map<Metric, Double>> measuring(BusinessConf costs) {
    RankedScores ranked = scores.clients().ranked();
    return weight ->
        Metric.all(
            new Measured(
                confusion(weight), costs, ranked.auc(weight), ranked.ks(weight), squares(weight)));
  }

  private Confusion confusion(int[] weight) {
    int[] target = scores.clients().target();
    long[][] clients = new long[2][2];
    for (int i = 0; i < refused.length; i++) {
      clients[target[i]][refused[i] ? 1 : 0] += weight[i];
    }
    return new Confusion(clients[1][1], clients[1][0], clients[0][1], clients[0][0]);
  }

  private double squares(int[] weight) {
    double squares = 0;
    for (int i = 0; i < weight.length; i++) {
      double error = scores.probability()[i] - scores.clients().target()[i];
      squares += weight[i] * error * error;
    }
    return squares;
  }

  private int[] once() {
    return IntStream.range(0, size()).map(i -> 1).toArray();
  }
}
