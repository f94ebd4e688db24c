package io.clairscore.scorer;

import java.io.Serializable;

/**
 * The scale of points: affine in the margin, higher is better. {@code pointsToDouble} more points
 * double the odds of good to bad; {@code basePoints} are the points at {@code baseOdds} to 1.
 */
public record Points(double pointsToDouble, double basePoints, double baseOdds)
    implements Serializable {

  /** 600 points at 19 good clients to 1 bad, 20 points to double the odds. */
  public static final Points DEFAULT = new Points(20, 600, 19);

  /**
   * @throws IllegalArgumentException if a value is not finite, or doubling or odds not positive
   */
  public Points {
    if (!(pointsToDouble > 0 && baseOdds > 0)
        || !Double.isFinite(pointsToDouble + basePoints + baseOdds)) {
      throw new IllegalArgumentException(
          "A scale of points needs positive points to double the odds and positive base odds: %s, %s at %s"
              .formatted(pointsToDouble, basePoints, baseOdds));
    }
  }

  /** Points that one unit of margin costs. */
  public double factor() {
    return pointsToDouble / StrictMath.log(2);
  }

  /** Points at margin 0, before rounding. */
  public double offset() {
    return basePoints - factor() * StrictMath.log(baseOdds);
  }

  /** Points before rounding. */
  public double exact(double margin) {
    return offset() - factor() * margin;
  }

  /** Points, rounded to the nearest integer. */
  public int of(double margin) {
    return Math.toIntExact(Math.round(exact(margin)));
  }
}
