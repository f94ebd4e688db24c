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
 * the model is asked: with the value of the accepted clients the score must be worse, or better.
 */
final class Comparisons {
  /** From here on, nine tenths of what the model makes of a feature goes one way. */
  private static final double CLEAR = 0.8;

  /** A rarer or commoner case is said to be one. */
  private static final double HALF = 0.5;

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
    double median = reference.quartiles().median();
    boolean more = vector[feature] > median;
    if (vector[feature] == median || !explains(feature, vector, (float) median, direction)) {
      return Optional.empty();
    }
    Comparison.Kind kind = more ? Comparison.Kind.AT_MOST : Comparison.Kind.AT_LEAST;
    return Optional.of(new Comparison(kind, median, reference.known() < MOST));
  }

  /** What counts against a client should be rare, what counts for one common. */
  private static Optional<Comparison> shared(double share, Direction direction) {
    boolean explains = direction == Direction.ADVERSE ? share < HALF : share > HALF;
    return explains
        ? Optional.of(new Comparison(Comparison.Kind.CASE, share, false))
        : Optional.empty();
  }

  private boolean explains(int feature, float[] vector, float median, Direction direction) {
    double tendency = tendencies[feature];
    if (Math.abs(tendency) >= CLEAR) {
      boolean riskier = tendency > 0 == vector[feature] > median;
      return riskier == (direction == Direction.ADVERSE);
    }
    float[] typical = vector.clone();
    typical[feature] = median;
    float change = trees.margin(vector) - trees.margin(typical);
    return direction == Direction.ADVERSE ? change > 0 : change < 0;
  }
}
