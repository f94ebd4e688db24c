package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.NumberColumn;
import java.util.List;
import java.util.Optional;

/**
 * The band in which a column, or its ratio to another, must stay. An application that lies outside
 * already may stay where it is, and come nearer, but not go further out.
 *
 * @param denominator the other column, if the band is of a ratio
 */
public record Link(
    NumberColumn numerator, Optional<NumberColumn> denominator, double least, double most) {

  /** A ratio that is meant to stay still may move by rounding errors of doubles. */
  private static final double STILL = 1e-9;

  static Link ofAmount(NumberColumn column, double least) {
    return new Link(column, Optional.empty(), least, Double.POSITIVE_INFINITY);
  }

  static Link ofRatio(NumberColumn numerator, NumberColumn denominator, double from, double to) {
    return new Link(numerator, Optional.of(denominator), from, to);
  }

  /**
   * @throws IllegalArgumentException if the band is empty
   */
  public Link {
    if (!(least <= most)) {
      throw new IllegalArgumentException(
          "The band of " + numerator + " is empty: " + least + ", " + most);
    }
  }

  /** Whether the change of an application respects the band; a missing value is in no band. */
  boolean holds(Rows own, Rows changed) {
    double before = value(own);
    double after = value(changed);
    return Double.isNaN(after)
        || after >= Math.min(least, before) * (1 - STILL)
            && after <= Math.max(most, before) * (1 + STILL);
  }

  /** The band's two ends apart: along a course each of them is crossed once at most. */
  List<Link> sides() {
    return List.of(
        new Link(numerator, denominator, least, Double.POSITIVE_INFINITY),
        new Link(numerator, denominator, Double.NEGATIVE_INFINITY, most));
  }

  private double value(Rows application) {
    double value = application.number(numerator, 0);
    return denominator.isEmpty() ? value : value / application.number(denominator.get(), 0);
  }
}
