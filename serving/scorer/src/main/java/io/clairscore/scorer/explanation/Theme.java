package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import java.util.List;

/**
 * What one theme adds to a score.
 *
 * @param points of all its factors
 * @param share its absolute points as a share of those of all themes, 0 to 1
 * @param reasons the factors that are told, the strongest in the theme's direction first; none if
 *     the theme is only named
 */
public record Theme(BusinessGroup group, int points, double share, List<Reason> reasons) {
  public Theme {
    reasons = List.copyOf(reasons);
    if (!(share >= 0 && share <= 1)
        || reasons.stream().anyMatch(r -> r.factor().businessGroup() != group)) {
      throw new IllegalArgumentException(
          "%s cannot be a theme of %d points".formatted(group, points));
    }
  }

  /** Which way it moves the score; where it does not, the way of its first reason. */
  public Direction direction() {
    return points == 0 && told() ? reasons.get(0).direction() : Direction.of(points);
  }

  /** Whether it is told with reasons. */
  public boolean told() {
    return !reasons.isEmpty();
  }
}
