package io.clairscore.scorer.pages;

import java.util.List;

/**
 * Thresholds of several models beside each other: those of a study whose scores are kept, and the
 * served one first. Costs and rates follow from the counts.
 *
 * @param falseNegativeCost cost of accepting a client who defaults
 * @param falsePositiveCost cost of refusing a client who would have paid
 * @param models the served model, then the candidates in the order of the study
 */
public record ComparisonPage(double falseNegativeCost, double falsePositiveCost, List<Model> models)
    implements PageContent {

  public ComparisonPage {
    models = List.copyOf(models);
  }

  /**
   * A model. The lists go together, from the fewest refusals to the most.
   *
   * @param served whether it is the served model
   * @param start place at which it is shown first: the served threshold, or the cheapest
   * @param margins lowest margin that is refused
   * @param probabilities lowest probability of default that is refused
   */
  public record Model(
      String name,
      PageWords label,
      boolean served,
      int start,
      List<Double> margins,
      List<Double> probabilities,
      Moved outOfFold,
      Moved holdOut) {

    public Model {
      margins = List.copyOf(margins);
      probabilities = List.copyOf(probabilities);
      boolean together =
          margins.size() == probabilities.size()
              && margins.size() == outOfFold.refusedDefaults().size()
              && margins.size() == holdOut.refusedDefaults().size();
      if (!together || start < 0 || start >= margins.size()) {
        throw new IllegalArgumentException("The places of " + name + " do not go together");
      }
    }
  }

  /**
   * What each place does to some clients.
   *
   * @param defaults how many of them defaulted
   * @param good how many of them repaid
   * @param refusedDefaults defaults that are refused, a place each
   * @param refusedGood good clients who are refused, a place each
   */
  public record Moved(
      long defaults, long good, List<Long> refusedDefaults, List<Long> refusedGood) {

    public Moved {
      refusedDefaults = List.copyOf(refusedDefaults);
      refusedGood = List.copyOf(refusedGood);
      if (refusedDefaults.size() != refusedGood.size()) {
        throw new IllegalArgumentException("Each place has two counts");
      }
    }
  }
}
