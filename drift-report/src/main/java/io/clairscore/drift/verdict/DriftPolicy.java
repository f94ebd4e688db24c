package io.clairscore.drift.verdict;

/**
 * The limits behind every verdict.
 *
 * @param rules whose rules decide
 * @param psi of the population stability index; 0.10 and 0.25 are the bankers' rule of thumb
 * @param wasserstein in standard deviations of the reference
 * @param jensenShannon in natural logarithms
 * @param missing change of the share of missing or sentinel values
 * @param categories share of rows in new or lost categories
 * @param infinite share of infinite numbers
 * @param slightPart part of the moderate limit from which on a change is called slight
 * @param level false discoveries tolerated among what is called drift
 * @param topFeatures so many most important columns raise an alarm alone
 * @param importanceShare share of all importance that raises an alarm together
 * @param columnShare share of columns that raises an alarm (Evidently's rule)
 */
public record DriftPolicy(
    RuleSet rules,
    Bands psi,
    Bands wasserstein,
    Bands jensenShannon,
    Bands missing,
    Bands categories,
    Bands infinite,
    double slightPart,
    double level,
    int topFeatures,
    double importanceShare,
    double columnShare) {

  /** The policy of the reference this project follows, see the decision on drift rules. */
  public static final DriftPolicy STANDARD =
      new DriftPolicy(
          RuleSet.CLAIRSCORE,
          new Bands(0.10, 0.25),
          new Bands(0.10, 0.25),
          new Bands(0.10, 0.25),
          new Bands(0.05, 0.15),
          new Bands(0.01, 0.05),
          new Bands(0.001, 0.01),
          0.5,
          0.05,
          10,
          0.10,
          0.50);

  public DriftPolicy {
    share("slightPart", slightPart);
    share("level", level);
    share("importanceShare", importanceShare);
    share("columnShare", columnShare);
    if (topFeatures < 0) {
      throw new IllegalArgumentException("topFeatures is " + topFeatures + ", below 0");
    }
  }

  public DriftPolicy with(RuleSet others) {
    return new DriftPolicy(
        others,
        psi,
        wasserstein,
        jensenShannon,
        missing,
        categories,
        infinite,
        slightPart,
        level,
        topFeatures,
        importanceShare,
        columnShare);
  }

  private static void share(String name, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " is " + share + ", not above 0 and at most 1");
    }
  }
}
