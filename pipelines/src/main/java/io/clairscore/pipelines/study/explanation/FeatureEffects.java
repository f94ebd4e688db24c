package io.clairscore.pipelines.study.explanation;

import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.study.learner.ClientMatrix;
import io.clairscore.scorer.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What single features do to the score: partial dependence (Friedman 2001), accumulated local
 * effects between the middles of neighbouring intervals (Apley and Zhu 2020), contributions, and
 * how the decisions fare from interval to interval.
 *
 * @param trees the model
 * @param names names of its features
 * @param explained clients whose scores are computed again with other values
 * @param contributions what each feature adds to the score of each of them
 * @param judged clients with decisions of models that did not see them
 * @param refused those decisions
 */
record FeatureEffects(
    TreeEnsemble trees,
    List<String> names,
    ClientMatrix explained,
    double[][] contributions,
    ClientMatrix judged,
    boolean[] refused) {
  private static final int INTERVALS = 12;

  /** The effect of the feature at a position. */
  FeatureEffect of(int feature) {
    Intervals intervals = Intervals.of(judged.known(feature), INTERVALS);
    Outcomes[] outcomes = outcomes(feature, intervals);
    double[] dependence = partialDependence(feature, intervals);
    double[] accumulated = accumulated(feature, intervals, outcomes);
    double[][] spread = spread(feature, intervals);
    List<EffectBin> bins = new ArrayList<>();
    for (int i = 0; i <= intervals.size(); i++) {
      if (outcomes[i].clients() > 0) {
        boolean known = i < intervals.size();
        bins.add(
            new EffectBin(
                known ? (double) intervals.from()[i] : null,
                known ? (double) intervals.upTo()[i] : null,
                outcomes[i].clients(),
                dependence[i],
                known ? accumulated[i] : null,
                mean(spread[i]),
                quantile(spread[i], 0.1),
                quantile(spread[i], 0.9),
                outcomes[i].share(1),
                outcomes[i].wrong(1),
                outcomes[i].wrong(0)));
      }
    }
    String name = names.get(feature);
    Text label = FeatureTexts.core().label(name);
    return new FeatureEffect(name, label.french(), label.english(), bins);
  }

  /** Clients of an interval by outcome and decision. */
  private record Outcomes(long[][] counts) {
    long clients() {
      return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    double share(int target) {
      return (double) (counts[target][0] + counts[target][1]) / clients();
    }

    /** Of the clients with an outcome, the share that was decided about as if it had been other. */
    double wrong(int target) {
      return (double) counts[target][1 - target] / (counts[target][0] + counts[target][1]);
    }
  }

  private Outcomes[] outcomes(int feature, Intervals intervals) {
    Outcomes[] outcomes =
        IntStream.rangeClosed(0, intervals.size())
            .mapToObj(i -> new Outcomes(new long[2][2]))
            .toArray(Outcomes[]::new);
    for (int i = 0; i < judged.size(); i++) {
      int at = intervals.of(judged.rows()[i][feature]);
      outcomes[at].counts()[judged.target()[i]][refused[i] ? 1 : 0]++;
    }
    return outcomes;
  }

  private double[] partialDependence(int feature, Intervals intervals) {
    double mean = Arrays.stream(explained.rows()).mapToDouble(trees::margin).average().orElse(0);
    return IntStream.rangeClosed(0, intervals.size())
        .parallel()
        .mapToDouble(i -> i < intervals.size() ? intervals.middle()[i] : Float.NaN)
        .map(
            value ->
                Arrays.stream(explained.rows())
                        .mapToDouble(row -> margin(row, feature, (float) value))
                        .average()
                        .orElse(0)
                    - mean)
        .toArray();
  }

  /** Steps from one middle to the next, each taken by the clients of both intervals. */
  private double[] accumulated(int feature, Intervals intervals, Outcomes[] outcomes) {
    double[] effect = new double[intervals.size()];
    for (int i = 1; i < effect.length; i++) {
      int to = i;
      double step =
          Arrays.stream(explained.rows())
              .filter(row -> between(intervals.of(row[feature]), to))
              .mapToDouble(
                  row ->
                      margin(row, feature, intervals.middle()[to])
                          - margin(row, feature, intervals.middle()[to - 1]))
              .average()
              .orElse(0);
      effect[i] = effect[i - 1] + step;
    }
    double sum = 0;
    long clients = 0;
    for (int i = 0; i < effect.length; i++) {
      sum += effect[i] * outcomes[i].clients();
      clients += outcomes[i].clients();
    }
    double mean = clients == 0 ? 0 : sum / clients;
    return Arrays.stream(effect).map(value -> value - mean).toArray();
  }

  private static boolean between(int interval, int to) {
    return interval == to || interval == to - 1;
  }

  private double margin(float[] row, int feature, float value) {
    float[] other = row.clone();
    other[feature] = value;
    return trees.margin(other);
  }

  /** Contributions of the feature, ascending, by interval. */
  private double[][] spread(int feature, Intervals intervals) {
    return IntStream.rangeClosed(0, intervals.size())
        .mapToObj(
            interval ->
                IntStream.range(0, explained.size())
                    .filter(i -> intervals.of(explained.rows()[i][feature]) == interval)
                    .mapToDouble(i -> contributions[i][feature])
                    .sorted()
                    .toArray())
        .toArray(double[][]::new);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double quantile(double[] ascending, double share) {
    return ascending.length == 0
        ? Double.NaN
        : ascending[(int) Math.round(share * (ascending.length - 1))];
  }
}
