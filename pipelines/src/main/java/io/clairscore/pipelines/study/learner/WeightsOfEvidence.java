package io.clairscore.pipelines.study.learner;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One feature cut into bins by its quantiles, missing values in a bin of their own, and how much
 * each bin speaks for repayment: {@code ln((good_b + 1/2) / (G + 1) / ((bad_b + 1/2) / (B + 1)))}.
 * The halves keep the weight of a bin without one class finite (Siddiqi 2006, chapter 6; the
 * additive smoothing is that of Good 1965).
 *
 * @param feature position in the feature vector
 * @param edges lowest value of each bin but the first, ascending
 * @param good clients who repaid, by bin, the missing last
 * @param bad clients who defaulted, by bin, the missing last
 * @param weight weight of evidence of each bin, the missing last
 * @param information information value: sum of the weights times the difference of the shares
 */
record WeightsOfEvidence(
    int feature, float[] edges, long[] good, long[] bad, double[] weight, double information)
    implements Serializable {

  /** The bins of one feature; a feature without a known value has the bin of the missing alone. */
  static WeightsOfEvidence of(ClientMatrix clients, int feature, int bins) {
    float[] edges = edges(clients.known(feature), bins);
    long[] good = new long[edges.length + 2];
    long[] bad = new long[edges.length + 2];
    for (int i = 0; i < clients.size(); i++) {
      long[] counted = clients.target()[i] == 1 ? bad : good;
      counted[bin(edges, clients.rows()[i][feature])]++;
    }
    double allGood = Arrays.stream(good).sum();
    double allBad = Arrays.stream(bad).sum();
    double[] weight = new double[good.length];
    double information = 0;
    for (int b = 0; b < weight.length; b++) {
      if (good[b] + bad[b] > 0) {
        weight[b] =
            Math.log((good[b] + 0.5) / (allGood + 1)) - Math.log((bad[b] + 0.5) / (allBad + 1));
        information += (good[b] / allGood - bad[b] / allBad) * weight[b];
      }
    }
    return new WeightsOfEvidence(feature, edges, good, bad, weight, information);
  }

  /** Every feature that tells anything, the one with most information first. */
  static List<WeightsOfEvidence> ranked(ClientMatrix clients, int bins) {
    return IntStream.range(0, clients.width())
        .parallel()
        .mapToObj(feature -> of(clients, feature, bins))
        .filter(evidence -> evidence.filledBins() > 1)
        .sorted(
            Comparator.comparingDouble(WeightsOfEvidence::information)
                .reversed()
                .thenComparingInt(WeightsOfEvidence::feature))
        .toList();
  }

  private static float[] edges(float[] known, int bins) {
    float[] edges = new float[bins];
    int found = 0;
    for (int b = 1; b < bins && known.length > 0; b++) {
      float edge = known[(int) ((long) b * known.length / bins)];
      if (edge > known[0] && (found == 0 || edge > edges[found - 1])) {
        edges[found++] = edge;
      }
    }
    return Arrays.copyOf(edges, found);
  }

  private static int bin(float[] edges, float value) {
    if (Float.isNaN(value)) {
      return edges.length + 1;
    }
    int bin = 0;
    while (bin < edges.length && value >= edges[bin]) {
      bin++;
    }
    return bin;
  }

  private long filledBins() {
    return IntStream.range(0, good.length).filter(b -> good[b] + bad[b] > 0).count();
  }

  /** The weight of the bin a value falls in; a bin nobody was in weighs nothing. */
  double of(float value) {
    return weight[bin(edges, Float.isFinite(value) ? value : Float.NaN)];
  }
}
