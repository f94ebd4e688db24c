package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.scorer.Calibration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Every threshold of one model.
 *
 * @param training counts of the clients of the folds, out of fold
 * @param holdOut counts of the clients kept apart
 * @param probability what a margin stands for; never falls
 */
record ThresholdCurve(
    ScoredOutcomes.Counter training,
    ScoredOutcomes.Counter holdOut,
    DoubleUnaryOperator probability) {
  /** Places half a percent of refusals apart. */
  static final int STEPS = 200;

  private static final int FEWEST = 10;

  /** The curve of a calibrated model. */
  static ThresholdCurve of(ScoreTable scores, Calibration calibration) {
    return new ThresholdCurve(
        scores.training().counter(), scores.holdOut().counter(), calibration::probability);
  }

  /** The curve of a model of which only scores are left. */
  static ThresholdCurve of(ScoreTable scores) {
    double[] margins = scores.training().counter().all();
    double[] probabilities = Arrays.stream(scores.training().probability()).sorted().toArray();
    return new ThresholdCurve(
        scores.training().counter(),
        scores.holdOut().counter(),
        margin -> {
          int found = Arrays.binarySearch(margins, margin);
          int rank = found < 0 ? -found - 1 : found;
          return probabilities[Math.min(rank, probabilities.length - 1)];
        });
  }

  /** Whether the scores tell enough clients apart for a threshold to be moved. */
  boolean ranks() {
    return Arrays.stream(training.all()).distinct().limit(FEWEST).count() == FEWEST;
  }

  Place at(double margin) {
    return named(margin, probability.applyAsDouble(margin));
  }

  /** Refuses nobody, neither of the folds nor kept apart. */
  Place acceptAll() {
    double[] all = both();
    return unnamed(Math.nextUp(all[all.length - 1]));
  }

  Place refuseAll() {
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
  Place cheapest(BusinessConf costs) {
    return at(training.best(confusion -> -confusion.cost(costs)));
  }

  /** The place that refuses from a probability on. */
  Place from(double wanted) {
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
  Place refusing(int step) {
    int clients = training.all().length;
    int accepted = (int) ((long) (STEPS - step) * clients / STEPS);
    return accepted == clients ? acceptAll() : at(training.all()[accepted]);
  }

  /** Places from the fewest refusals to the most, the given ones among them. */
  List<Place> grid(DoubleStream more) {
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
    return DoubleStream.concat(Arrays.stream(training.all()), Arrays.stream(holdOut.all()))
        .sorted()
        .toArray();
  }
}
