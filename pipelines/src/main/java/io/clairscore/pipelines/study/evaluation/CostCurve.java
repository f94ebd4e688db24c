package io.clairscore.pipelines.study.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.training.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What every refusal rate costs: the curve whose lowest place is the business optimum. */
public final class CostCurve {

  private CostCurve() {}

  /**
   * A place on the curve.
   *
   * @param threshold margin from which on clients are refused
   * @param probability mean calibrated probability around the threshold
   * @param figures every metric of the decision
   * @param f1 harmonic mean of precision and recall of the refusals
   */
  public record Place(
      double threshold, double probability, Map<Metric, Double> figures, double f1) {}

  /**
   * The curve at so many equal steps of the share that is refused, nobody and everybody included.
   */
  public static List<Place> of(Scores scores, BusinessConf costs, int steps) {
    double[] sorted = scores.clients().margin().clone();
    Arrays.sort(sorted);
    double[] probability = scores.probability().clone();
    Arrays.sort(probability);
    List<Place> places = new ArrayList<>();
    for (int step = 0; step <= steps; step++) {
      int accepted = (int) ((long) (steps - step) * sorted.length / steps);
      boolean all = accepted == sorted.length;
      double threshold = all ? Math.nextUp(sorted[accepted - 1]) : sorted[accepted];
      Map<Metric, Double> figures = Decisions.at(scores, threshold).measure(costs);
      places.add(
          new Place(
              threshold, probability[Math.min(accepted, sorted.length - 1)], figures, f1(figures)));
    }
    return places;
  }

  /** Harmonic mean of precision and recall of the refusals. */
  public static double f1(Map<Metric, Double> figures) {
    double found = figures.get(Metric.TRUE_POSITIVES);
    return 2
        * found
        / (2 * found + figures.get(Metric.FALSE_POSITIVES) + figures.get(Metric.FALSE_NEGATIVES));
  }
}
