package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.scorer.FeatureReference;
import java.util.Objects;

/**
 * One reason of a score.
 *
 * @param factor what it is about
 * @param feature the feature that stands for it: the client's category, or else the feature of the
 *     factor that moves the score most in the direction of the reason
 * @param value the client's value of that feature, NaN if missing
 * @param points points of all features of the factor, never 0
 * @param contribution what they add to the margin; positive raises the risk
 * @param share of the absolute points of all factors, 0 to 1
 * @param merged how many other features of the factor move the score
 * @param accepted accepted clients, to compare with
 */
public record Reason(
    Factor factor,
    Feature feature,
    float value,
    int points,
    double contribution,
    double share,
    int merged,
    FeatureReference accepted) {

  /**
   * @throws IllegalArgumentException if the factor may not be a reason, or a figure is impossible
   */
  public Reason {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(accepted, "accepted");
    boolean possible =
        points != 0
            && share >= 0
            && share <= 1
            && merged >= 0
            && accepted.name().equals(feature.name())
            && (!Float.isNaN(value) || factor.kind() != Factor.Kind.VALUE);
    if (!factor.tellable() || !possible) {
      throw new IllegalArgumentException(
          "%s (%s) cannot be a reason of %d points".formatted(factor.code(), value, points));
    }
  }

  public Direction direction() {
    return Direction.of(points);
  }

  public Strength strength() {
    return Strength.of(share);
  }
}
