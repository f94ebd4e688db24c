package io.clairscore.pipelines.study.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.training.Metric;
import io.clairscore.pipelines.training.ScoredClients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A candidate's scores turned into decisions and figures at given costs.
 *
 * @param threshold cheapest margin on all out-of-fold scores, by which the hold-out is judged
 * @param outOfFold training clients, each judged by a threshold of other folds
 * @param holdOut clients kept apart; empty where the candidate has none
 * @param costs what wrong decisions cost
 */
public record Judged(double threshold, Decisions outOfFold, Decisions holdOut, BusinessConf costs) {

  /**
   * Judges scores.
   *
   * @param fixed threshold of the candidate's own, or null to fit it
   */
  public static Judged of(Scores scores, Double fixed, BusinessConf costs) {
    Scores training = scores.outOfFold();
    int folds = 1 + Arrays.stream(training.clients().fold()).max().orElse(0);
    double threshold = fixed == null ? ThresholdRule.COST.best(training.clients(), costs) : fixed;
    return new Judged(
        threshold,
        fixed == null
            ? Decisions.crossFitted(training, ThresholdRule.COST, costs, folds)
            : Decisions.at(training, fixed),
        Decisions.at(scores.holdOut(), threshold),
        costs);
  }

  /** Cost per training client. */
  public double cost() {
    return outOfFold.measure(costs).get(Metric.COST_PER_CLIENT);
  }

  /** Figures of each fold, in the order of the folds. */
  public List<Map<Metric, Double>> folds() {
    List<Map<Metric, Double>> folds = new ArrayList<>();
    ScoredClients clients = outOfFold.scores().clients();
    int last = Arrays.stream(clients.fold()).max().orElse(-1);
    for (int fold = 0; fold <= last; fold++) {
      int judged = fold;
      Scores inside = outOfFold.scores().where(of -> of == judged);
      boolean[] refused = new boolean[inside.clients().size()];
      int next = 0;
      for (int i = 0; i < clients.size(); i++) {
        if (clients.fold()[i] == fold) {
          refused[next++] = outOfFold.refused()[i];
        }
      }
      folds.add(new Decisions(inside, refused).measure(costs));
    }
    return folds;
  }
}
