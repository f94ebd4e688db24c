package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import java.util.Objects;
import java.util.Optional;

/**
 * One reason of a score.
 *
 * @param factor what it is about
 * @param feature the feature that speaks for it, one that moves the score in its direction; if none
 *     of them can be said, the one that moves it most
 * @param value the client's value of that feature, NaN if missing
 * @param absence what is told to be absent, or null if the value is told
 * @param spoken whether what is true of the client is told, and not only the subject
 * @param points points of all features of the factor, never 0
 * @param contribution what they add to the margin; positive raises the risk
 * @param share of the absolute points of all factors, 0 to 1
 * @param merged how many other features of the factor move the score
 * @param against how accepted clients compare, or null where that would not explain the direction
 */
public record Reason(
    Factor factor,
    Feature feature,
    float value,
    String absence,
    boolean spoken,
    int points,
    double contribution,
    double share,
    int merged,
    Comparison against) {

  /**
   * @throws IllegalArgumentException if the factor may not be a reason, or a figure is impossible
   */
  public Reason {
    Objects.requireNonNull(feature, "feature");
    boolean possible =
        points != 0
            && share >= 0
            && share <= 1
            && merged >= 0
            && feature.decides()
            && (spoken || against == null)
            && (!spoken || Float.isNaN(value) == (absence != null));
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

  /** Whether something is told to be absent. */
  public boolean absent() {
    return spoken && absence != null;
  }

  /** How accepted clients compare, where that explains the direction. */
  public Optional<Comparison> comparison() {
    return Optional.ofNullable(against);
  }
}
