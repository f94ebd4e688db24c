package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Unit;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.Tendencies;
import io.clairscore.scorer.TreeEnsemble;
import java.util.List;
import java.util.Optional;

/**
 * Compares a client with accepted clients, and says nothing that would contradict the direction of
 * the reason: what tends to lower the risk is compared only where the client has more of it for a
 * reason in favour, and less for one against. Where the tendency of a feature depends on the rest,
 * the model is asked as well: with the value of the accepted clients the score must be worse, or
 * better.
 */
final class Comparisons {
  /** From here on, nine tenths of what the model makes of a feature goes one way: that decides. */
  private static final double CLEAR = 0.8;

  /** From here on, people notice which way a feature goes: nothing is said against it. */
  private static final double NOTICED = 0.2;

  /** What fewer accepted clients have is rare; what as many lack is not common. */
  private static final double RARE = 0.45;

  /** Below this share of known values, it is said that not all are known. */
  private static final double MOST = 0.9;

  private final TreeEnsemble trees;
  private final double[] tendencies;
  private final List<Feature> features;
  private final List<FeatureReference> accepted;

  Comparisons(Bundle bundle, List<Feature> features) {
    this.trees = bundle.trees();
    this.tendencies = Tendencies.of(bundle);
    this.features = features;
    this.accepted = bundle.reference().features();
  }

  /** How many accepted clients have nothing there either. */
  Optional<Comparison> absence(int[] about, Direction direction) {
    double known = 0;
    for (int feature : about) {
      known = Math.max(known, accepted.get(feature).known());
    }
    return known == 0 ? Optional.empty() : shared(1 - known, direction);
  }

  /** How accepted clients compare with a value, if that explains the direction. */
  Optional<Comparison> value(int feature, float[] vector, Direction direction) {
    FeatureReference reference = accepted.get(feature);
    if (reference.known() == 0) {
      return Optional.empty();
    }
    if (features.get(feature).unit() == Unit.FLAG) {
      return shared(vector[feature] == 1 ? reference.mean() : 1 - reference.mean(), direction);
    }
    boolean partly = reference.known() < MOST;
    double median = reference.quartiles().median();
    if (explains(feature, vector, (float) median, direction)) {
      boolean more = vector[feature] > median;
      Comparison.Kind kind = more ? Comparison.Kind.AT_MOST : Comparison.Kind.AT_LEAST;
      return Optional.of(new Comparison(kind, median, partly));
    }
    // The mean is what the points count from. Between it and the median, to tell the one alone
    // would say "less" where half of the accepted clients have less still.
    double mean = reference.mean();
    boolean between = (vector[feature] - median) * (vector[feature] - mean) < 0;
    return !between && explains(feature, vector, (float) mean, direction)
        ? Optional.of(new Comparison(Comparison.Kind.ON_AVERAGE, reference.mean(), partly))
        : Optional.empty();
  }

  /** Whether a value that is not compared would still be read as pointing the other way. */
  boolean misleads(int feature, float[] vector, Direction direction) {
    FeatureReference reference = accepted.get(feature);
    return reference.known() > 0
        && features.get(feature).unit() != Unit.FLAG
        && Math.abs(tendencies[feature]) >= CLEAR
        && vector[feature] != (float) reference.quartiles().median()
        && value(feature, vector, direction).isEmpty();
  }

  /** What counts against a client should be rare, what counts for one common. */
  private static Optional<Comparison> shared(double share, Direction direction) {
    boolean explains = direction == Direction.ADVERSE ? share < RARE : share > 1 - RARE;
    return explains
        ? Optional.of(new Comparison(Comparison.Kind.CASE, share, false))
        : Optional.empty();
  }

  private boolean explains(int feature, float[] vector, float other, Direction direction) {
    if (vector[feature] == other) {
      return false;
    }
    double tendency = tendencies[feature];
    boolean riskier = tendency > 0 == vector[feature] > other;
    boolean agrees = riskier == (direction == Direction.ADVERSE);
    if (Math.abs(tendency) >= CLEAR || Math.abs(tendency) >= NOTICED && !agrees) {
      return agrees;
    }
    float[] typical = vector.clone();
    typical[feature] = other;
    float change = trees.margin(vector) - trees.margin(typical);
    return direction == Direction.ADVERSE ? change > 0 : change < 0;
  }
}
