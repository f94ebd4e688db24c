package io.clairscore.pipelines.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What every refusal rate costs: the curve whose lowest place is the business optimum. */
public final class CostCurve {
  private CostCurve() {}

  /**
   * A place on the curve.
   *
   * @param threshold margin from which on clients are refused
   * @param probability mean calibrated probability around the threshold
   * @param decided clients by outcome and decision
   */
  public record Point(double threshold, double probability, Confusion decided) {}

  /**
   * The curve at so many equal steps of the share that is refused, nobody and everybody included.
   */
  public static List<Point> of(Scores scores, int steps) {
    RankedScores ranked = scores.clients().ranked();
    double[] sorted = ranked.sorted();
    double[] probability = scores.probability().clone();
    Arrays.sort(probability);
    return IntStream.rangeClosed(0, steps)
        .map(step -> (int) ((long) (steps - step) * sorted.length / steps))
        .mapToObj(
            accepted -> {
              boolean all = accepted == sorted.length;
              double threshold = all ? Math.nextUp(sorted[accepted - 1]) : sorted[accepted];
              return new Point(
                  threshold,
                  probability[Math.min(accepted, sorted.length - 1)],
                  ranked.at(threshold));
            })
        .toList();
  }
}
