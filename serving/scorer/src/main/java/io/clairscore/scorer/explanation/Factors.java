package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.scorer.FeatureReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
    int[] ends = new int[exactByFactor.length];
    for (int i = 0; i < exact.length; i++) {
      ends[assigned[i]] += moves(i) ? 1 : 0;
    }
    for (int factor = 1; factor < ends.length; factor++) {
      ends[factor] += ends[factor - 1];
    }
    int[] starts = ends.clone();
    int[] members = new int[ends.length == 0 ? 0 : ends[ends.length - 1]];
    for (int i = exact.length - 1; i >= 0; i--) {
      if (moves(i)) {
        members[--starts[assigned[i]]] = i;
      }
    }
    int[] points = new int[exact.length];
    for (int factor = 0; factor < ends.length; factor++) {
      share(Arrays.copyOfRange(members, starts[factor], ends[factor]), factor, points);
    }
    return points;
  }

  /** Shares the points of a factor among its features. */
  private void share(int[] members, int factor, int[] points) {
    if (members.length == 1) {
      points[members[0]] = pointsByFactor[factor];
    } else if (members.length > 1) {
      double[] parts = new double[members.length];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = exact[members[i]];
      }
      int[] rounded = Apportionment.of(parts, pointsByFactor[factor]);
      for (int i = 0; i < parts.length; i++) {
        points[members[i]] = rounded[i];
      }
    }
  }

  /** The factors that may be told and make at least a point, the strongest first. */
  List<Integer> ranked() {
    List<Integer> ranked = new ArrayList<>();
    for (int i = 0; i < pointsByFactor.length; i++) {
      if (pointsByFactor[i] != 0 && factor(i).tellable()) {
        ranked.add(i);
      }
    }
    ranked.sort(Comparator.comparingDouble(i -> -Math.abs(exactByFactor[i])));
    return ranked;
  }

  /** Whether any factor moves the score, be it by less than a point. */
  boolean moveAnything() {
    return total > 0;
  }

  Factor factor(int number) {
    return table.factors().get(number);
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
