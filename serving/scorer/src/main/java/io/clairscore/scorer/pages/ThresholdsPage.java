package io.clairscore.scorer.pages;

import java.util.List;

/**
 * What each threshold does.
 *
 * @param falseNegativeCost cost of accepting a client who defaults
 * @param falsePositiveCost cost of refusing a client who would have paid
 * @param pointsToDouble points that double the odds of good to bad
 * @param basePoints points at the base odds
 * @param baseOdds base odds of good to bad
 * @param served place of the served threshold among the places
 * @param review where a person should look
 * @param named thresholds worth comparing
 * @param levels the seven levels of risk, the riskiest first
 * @param places from the fewest refusals to the most
 */
public record ThresholdsPage(
    double falseNegativeCost,
    double falsePositiveCost,
    double pointsToDouble,
    double basePoints,
    double baseOdds,
    int served,
    Band review,
    List<Named> named,
    List<Step> levels,
    List<Place> places)
    implements PageContent {

  public ThresholdsPage {
    named = List.copyOf(named);
    levels = List.copyOf(levels);
    places = List.copyOf(places);
    if (served < 0 || served >= places.size()) {
      throw new IllegalArgumentException("There is no place " + served);
    }
  }

  /**
   * The grey band around the served threshold.
   *
   * @param low and {@code high} are margins, both inside
   * @param outOfFold share of the training clients in it
   * @param holdOut share of the clients kept apart in it
   */
  public record Band(
      double low,
      double high,
      double lowPoints,
      double highPoints,
      double lowProbability,
      double highProbability,
      Double outOfFold,
      Double holdOut) {}

  /**
   * A threshold worth comparing.
   *
   * @param place its place among the places
   */
  public record Named(String key, PageWords label, int place) {}

  /**
   * A level of risk.
   *
   * @param lowestMargin where it begins; null for the least risky
   * @param highestPoints points where it begins, not rounded; null for the least risky
   * @param clients training clients in it, by their out-of-fold margins
   * @param defaults how many of them defaulted
   * @param refused whether its clients are refused
   */
  public record Step(
      String key,
      PageWords label,
      Double lowestMargin,
      Double highestPoints,
      long clients,
      long defaults,
      boolean refused) {}

  /**
   * A threshold.
   *
   * @param margin lowest margin that is refused
   * @param points highest points that are refused, not rounded
   * @param probability lowest calibrated probability of default that is refused
   */
  public record Place(
      double margin, double points, double probability, Effect outOfFold, Effect holdOut) {}

  /** What a threshold does to clients whose outcome is known. */
  public record Effect(
      DecisionCounts counts,
      double refusalRate,
      double accuracy,
      double cost,
      OutcomeFigures defaulted,
      OutcomeFigures repaid) {}
}
