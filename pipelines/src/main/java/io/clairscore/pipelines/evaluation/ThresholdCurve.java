package io.clairscore.pipelines.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Every threshold of one model.
 *
 * @param training scores of the clients of the folds, out of fold
 * @param holdOut scores of the clients kept apart
 * @param probability what a margin stands for; never falls
 */
public record ThresholdCurve(
    RankedScores training, RankedScores holdOut, DoubleUnaryOperator probability) {
  /** Places half a percent of refusals apart. */
  public static final int STEPS = 200;

  private static final int FEWEST = 10;

  /** The curve of a calibrated model. */
  public static ThresholdCurve of(
      ScoredClients training, ScoredClients holdOut, DoubleUnaryOperator calibration) {
    return new ThresholdCurve(training.ranked(), holdOut.ranked(), calibration);
  }

  /** The curve of a model of which only scores are left. */
  public static ThresholdCurve of(Scores training, Scores holdOut) {
    double[] margins = training.clients().margin().clone();
    Arrays.sort(margins);
    double[] probabilities = training.probability().clone();
    Arrays.sort(probabilities);
    return of(
        training.clients(),
        holdOut.clients(),
        margin -> {
          int found = Arrays.binarySearch(margins, margin);
          int rank = found < 0 ? -found - 1 : found;
          return probabilities[Math.min(rank, probabilities.length - 1)];
        });
  }

  /** Whether the scores tell enough clients apart for a threshold to be moved. */
  public boolean ranks() {
    return Arrays.stream(training.sorted()).distinct().limit(FEWEST).count() == FEWEST;
  }

  public Place at(double margin) {
    return named(margin, probability.applyAsDouble(margin));
  }

  /** Refuses nobody, neither of the folds nor kept apart. */
  public Place acceptAll() {
    double[] all = both();
    return unnamed(Math.nextUp(all[all.length - 1]));
  }

  public Place refuseAll() {
    return unnamed(both()[0]);
  }

  /** A place that no probability leads to. */
  private Place unnamed(double margin) {
    return named(margin, Double.NaN);
  }

  private Place named(double margin, double name) {
    return new Place(margin, name, training.at(margin), holdOut.at(margin));
  }

  /** The cheapest place over the folds. */
  public Place cheapest(BusinessConf costs) {
    return at(ThresholdRule.COST.best(training, costs));
  }

  /** The place that refuses from a probability on. */
  public Place from(double wanted) {
    double[] all = both();
    double low = all[0];
    double high = Math.nextUp(all[all.length - 1]);
    if (probability.applyAsDouble(low) >= wanted) {
      return named(low, wanted);
    }
    while (low / 2 + high / 2 > low && low / 2 + high / 2 < high) {
      double middle = low / 2 + high / 2;
      if (probability.applyAsDouble(middle) >= wanted) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return named(high, wanted);
  }

  /**
   * The place that refuses at least so many of {@value #STEPS} equal parts of the clients of the
   * folds, and as few more as can be.
   */
  public Place refusing(int step) {
    double[] margins = training.sorted();
    int accepted = (int) ((long) (STEPS - step) * margins.length / STEPS);
    return accepted == margins.length ? acceptAll() : at(margins[accepted]);
  }

  /** Places from the fewest refusals to the most, the given ones among them. */
  public List<Place> grid(DoubleStream more) {
    DoubleStream steps =
        IntStream.rangeClosed(0, STEPS).mapToDouble(step -> refusing(step).margin());
    return DoubleStream.concat(steps, more)
        .distinct()
        .boxed()
        .sorted(Comparator.reverseOrder())
        .map(this::at)
        .toList();
  }

  private double[] both() {
    return DoubleStream.concat(Arrays.stream(training.sorted()), Arrays.stream(holdOut.sorted()))
        .sorted()
        .toArray();
  }
}
