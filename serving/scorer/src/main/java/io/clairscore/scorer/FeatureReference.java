package io.clairscore.scorer;

import java.io.Serializable;
import java.util.Objects;

/**
 * One feature among reference clients. Contributions are in margin, positive where they raise the
 * risk, by the served model.
 *
 * @param name the feature
 * @param known share of the accepted clients who have a value, 0 to 1
 * @param quartiles of the accepted clients' values; null if none has one
 * @param mean of the accepted clients' values, for a yes-or-no feature the share of yes; null if
 *     none has one
 * @param meanContribution mean over the explained clients
 * @param meanContributionAccepted mean over the accepted ones among them
 * @param meanAbsoluteContribution mean of the absolute values over the explained clients: the
 *     global weight of the feature
 */
public record FeatureReference(
    String name,
    double known,
    Quartiles quartiles,
    Double mean,
    double meanContribution,
    double meanContributionAccepted,
    double meanAbsoluteContribution)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a figure is impossible
   */
  public FeatureReference {
    Objects.requireNonNull(name, "name of a reference");
    boolean possible =
        known >= 0
            && known <= 1
            && (known > 0) == (quartiles != null)
            && (known > 0) == (mean != null)
            && (mean == null || Double.isFinite(mean))
            && Double.isFinite(meanContribution + meanContributionAccepted)
            && meanAbsoluteContribution >= 0
            && Double.isFinite(meanAbsoluteContribution);
    if (!possible) {
      throw new IllegalArgumentException("The reference of " + name + " has an impossible figure");
    }
  }
}
