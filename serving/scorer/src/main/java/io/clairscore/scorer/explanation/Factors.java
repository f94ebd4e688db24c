package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.scorer.FeatureReference;
import java.util.Arrays;
import java.util.List;

/** One client's contributions, gathered by factor and rounded to points. */
final class Factors {
  private final FactorTable table;
  private final List<Feature> features;
  private final float[] vector;
  private final double[] exact;
  private final int[] assigned;
  private final double[] exactByFactor;
  private final int[] pointsByFactor;
  private final double total;
  private final double pointsPerMargin;

  /**
   * Gathers them.
   *
   * @param contributions what each feature adds to the margin
   * @param pointsPerMargin points that one unit of margin costs
   * @param points what they make up, an integer
   */
  Factors(
      FactorTable table,
      List<Feature> features,
      float[] vector,
      double[] contributions,
      double pointsPerMargin,
      int points) {
    this.table = table;
    this.features = features;
    this.vector = vector;
    this.pointsPerMargin = pointsPerMargin;
    exact = new double[vector.length];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = -pointsPerMargin * contributions[i];
    }
    assigned = table.assign(vector);
    exactByFactor = new double[table.factors().size()];
    for (int i = 0; i < exact.length; i++) {
      exactByFactor[assigned[i]] += exact[i];
    }
    pointsByFactor = Apportionment.of(exactByFactor, points);
    total = Arrays.stream(exactByFactor).map(Math::abs).sum();
  }

  /** Points of each feature: those of the features of a factor make up the factor's. */
  int[] pointsByFeature() {
    int[] sizes = new int[exactByFactor.length];
    for (int factor : assigned) {
      sizes[factor]++;
    }
    int[][] members = new int[sizes.length][];
    for (int factor = 0; factor < sizes.length; factor++) {
      members[factor] = new int[sizes[factor]];
    }
    for (int i = assigned.length - 1; i >= 0; i--) {
      members[assigned[i]][--sizes[assigned[i]]] = i;
    }
    int[] points = new int[exact.length];
    for (int factor = 0; factor < members.length; factor++) {
      double[] shares = Arrays.stream(members[factor]).mapToDouble(i -> exact[i]).toArray();
      if (shares.length > 0) {
        int[] rounded = Apportionment.of(shares, pointsByFactor[factor]);
        for (int i = 0; i < rounded.length; i++) {
          points[members[factor][i]] = rounded[i];
        }
      }
    }
    return points;
  }

  int size() {
    return exactByFactor.length;
  }

  Factor factor(int number) {
    return table.factors().get(number);
  }

  double exact(int number) {
    return exactByFactor[number];
  }

  int points(int number) {
    return pointsByFactor[number];
  }

  /** Whether a feature moves the score at all. */
  boolean moves(int feature) {
    return exact[feature] != 0;
  }

  /** Share of a factor in the absolute points of all factors. */
  double share(int number) {
    return total == 0 ? 0 : Math.min(1, Math.abs(exactByFactor[number]) / total);
  }

  /** The reason a factor gives. */
  Reason reason(int number, List<FeatureReference> accepted) {
    int lead = lead(number);
    int merged = -1;
    for (int i = 0; i < assigned.length; i++) {
      merged += assigned[i] == number && (exact[i] != 0 || i == lead) ? 1 : 0;
    }
    return new Reason(
        factor(number),
        features.get(lead),
        vector[lead],
        pointsByFactor[number],
        -exactByFactor[number] / pointsPerMargin,
        share(number),
        merged,
        accepted.get(lead));
  }

  /** The client's category, or else the feature that moves the factor most in its direction. */
  private int lead(int number) {
    double sign = Math.signum(exactByFactor[number]);
    int lead = -1;
    for (int i = 0; i < assigned.length; i++) {
      if (assigned[i] == number) {
        if (vector[i] == 1 && table.indicates(i)) {
          return i;
        }
        if (lead < 0 || sign * exact[i] > sign * exact[lead]) {
          lead = i;
        }
      }
    }
    return lead;
  }
}
