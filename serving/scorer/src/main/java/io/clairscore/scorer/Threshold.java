package io.clairscore.scorer;

import java.io.Serializable;

/**
 * Where applications begin to be refused, and what that choice weighed.
 *
 * @param margin lowest margin that is refused; it decides
 * @param probability its calibrated probability, for people
 * @param falseNegativeCost cost of accepting a client who defaults
 * @param falsePositiveCost cost of refusing a client who would have paid
 * @param reviewWidth width in margin of the grey band centred on the threshold, within which a
 *     person should look
 */
public record Threshold(
    double margin,
    double probability,
    double falseNegativeCost,
    double falsePositiveCost,
    double reviewWidth)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a value is not finite or of an impossible sign
   */
  public Threshold {
    boolean possible =
        Double.isFinite(margin)
            && probability >= 0
            && probability <= 1
            && falseNegativeCost > 0
            && falsePositiveCost > 0
            && reviewWidth >= 0
            && Double.isFinite(falseNegativeCost + falsePositiveCost + reviewWidth);
    if (!possible) {
      throw new IllegalArgumentException(
          ("A threshold needs a finite margin, a probability from 0 to 1, positive costs and a"
                  + " review width of at least 0: %s, %s, %s, %s, %s")
              .formatted(margin, probability, falseNegativeCost, falsePositiveCost, reviewWidth));
    }
  }

  public Decision decide(double clientMargin) {
    return clientMargin >= margin ? Decision.REFUSED : Decision.ACCEPTED;
  }

  /** Whether a margin lies in the grey band, its ends included. */
  public boolean toReview(double clientMargin) {
    return Math.abs(clientMargin - margin) <= reviewWidth / 2;
  }
}
