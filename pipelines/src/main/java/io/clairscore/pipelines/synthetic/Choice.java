package io.clairscore.pipelines.synthetic;

import java.util.Arrays;
import java.util.List;

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

  static Choice parse(String text) {
    String[] entries = text.split("\\|");
    double[] shares = new double[entries.length];
    double[] positions = new double[entries.length];
    String[] labels = new String[entries.length];
    for (int i = 0; i < entries.length; i++) {
      int colon = entries[i].indexOf(':');
      shares[i] = Double.parseDouble(entries[i].substring(0, colon));
      positions[i] = i;
      labels[i] = entries[i].substring(colon + 1);
    }
    return new Choice(
        List.of(labels),
        Arrays.stream(shares).boxed().toList(),
        Distribution.ofShares(shares, positions));
  }

  String at(double u) {
    return labels.get((int) positions.at(u));
  }
}
