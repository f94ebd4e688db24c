package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.training.Predictor;
import io.clairscore.scorer.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A fitted scorecard. The margin is the intercept plus a coefficient times a weight of evidence per
 * line; points share intercept and offset equally among the lines, as scorecards are printed
 * (Siddiqi 2006, chapter 6), so that a client's points are the sum of one number per line.
 *
 * @param lines the bins of each chosen feature
 * @param coefficients of the lines; negative where the weights speak for repayment as they should
 * @param intercept log-odds of default at neutral weights
 */
public record Scorecard(List<WeightsOfEvidence> lines, double[] coefficients, double intercept)
    implements Predictor {
  private static final long serialVersionUID = 1L;

  static double[] weights(List<WeightsOfEvidence> lines, float[] features) {
    double[] weights = new double[lines.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = lines.get(i).of(features[lines.get(i).feature()]);
    }
    return weights;
  }

  @Override
  public double margin(float[] features) {
    return LogisticLearner.margin(weights(lines, features), coefficients, intercept);
  }

  /** The lines whose coefficient agrees with their weights; the first one if none does. */
  List<WeightsOfEvidence> consistent() {
    List<WeightsOfEvidence> kept =
        IntStream.range(0, coefficients.length)
            .filter(line -> coefficients[line] < 0)
            .mapToObj(lines::get)
            .toList();
    return kept.isEmpty() ? lines.subList(0, 1) : kept;
  }

  /** Points of one bin of one line before rounding. */
  double points(int line, int bin, Points scale) {
    double share = 1.0 / lines.size();
    double margin = coefficients[line] * lines.get(line).weight()[bin] + intercept * share;
    return scale.offset() * share - scale.factor() * margin;
  }

  /** The card as CSV: one row per bin, values from {@code from} to below {@code to}. */
  public List<String> csv(List<String> names, Points scale) {
    List<String> rows = new ArrayList<>();
    rows.add("feature,information,from,to,good,bad,weight,points");
    for (int line = 0; line < lines.size(); line++) {
      WeightsOfEvidence evidence = lines.get(line);
      int missing = evidence.weight().length - 1;
      for (int bin = 0; bin <= missing; bin++) {
        String from = bin == missing ? "missing" : bin == 0 ? "" : "" + evidence.edges()[bin - 1];
        String to = bin >= missing - 1 ? "" : "" + evidence.edges()[bin];
        rows.add(
            String.format(
                Locale.ROOT,
                "%s,%.4f,%s,%s,%d,%d,%.4f,%d",
                names.get(evidence.feature()),
                evidence.information(),
                from,
                to,
                evidence.good()[bin],
                evidence.bad()[bin],
                evidence.weight()[bin],
                Math.round(points(line, bin, scale))));
      }
    }
    return rows;
  }
}
