package io.clairscore.pipelines.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Labels chosen by their shares, ordered along a latent variable.
 *
 * @param labels labels, from low to high latent values
 * @param shares their shares
 * @param positions distribution of their positions
 */
record Choice(List<String> labels, List<Double> shares, Distribution positions) {

  Choice {
    labels = List.copyOf(labels);
    shares = List.copyOf(shares);
  }

  /** Entries as written in the resource: {@code share:label}, separated by bars. */
  static Choice parse(String text) {
    List<String[]> entries =
        Arrays.stream(text.split("\\|")).map(entry -> entry.split(":", 2)).toList();
    List<String> labels = entries.stream().map(entry -> entry[1]).toList();
    List<Double> shares = entries.stream().map(entry -> Double.valueOf(entry[0])).toList();
    return new Choice(labels, shares, distribution(labels, shares, labels::indexOf));
  }

  /** The distribution of what the labels stand for. */
  Distribution of(ToDoubleFunction<String> value) {
    return distribution(labels, shares, value);
  }

  private static Distribution distribution(
      List<String> labels, List<Double> shares, ToDoubleFunction<String> value) {
    return Distribution.ofShares(
        shares.stream().mapToDouble(Double::doubleValue).toArray(),
        labels.stream().mapToDouble(value).toArray());
  }

  String at(double u) {
    return labels.get((int) positions.at(u));
  }
}
