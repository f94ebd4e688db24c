package io.clairscore.scorer.pages;

import java.util.List;

/**
 * What the value of each feature does to the points.
 *
 * @param clients clients the intervals and their outcomes are of
 * @param explained those of them whose scores were computed again with other values
 * @param left features that are not shown because the model leans least on them
 * @param noticeable points from which on a zone is not neutral
 * @param effects a feature each, the heaviest first
 */
public record EffectsPage(
    long clients, long explained, int left, double noticeable, List<Effect> effects)
    implements PageContent {

  public EffectsPage {
    effects = List.copyOf(effects);
  }

  /**
   * A feature.
   *
   * @param bins intervals of its values, ascending; unknown values last
   * @param zones neighbouring intervals that move the risk the same way
   */
  public record Effect(
      String name, PageWords label, String group, List<Bin> bins, List<Zone> zones) {
    public Effect {
      bins = List.copyOf(bins);
      zones = List.copyOf(zones);
    }
  }

  /**
   * The clients whose value lies in one interval.
   *
   * @param from least value; null where it is unknown
   * @param upTo largest value; null where it is unknown
   * @param values the interval in words
   * @param effect points that the value adds or takes, all else alike: accumulated local effect, or
   *     partial dependence where the value is unknown
   * @param contribution mean points of the feature (TreeSHAP) over these clients; null if none of
   *     them was explained
   * @param lowContribution a tenth of the contributions is below
   * @param highContribution a tenth of the contributions is above
   * @param defaulted share of the clients who defaulted
   * @param missedDefaults share of those who defaulted that were accepted; null if nobody did
   * @param refusedGood share of those who repaid that were refused; null if nobody did
   */
  public record Bin(
      Double from,
      Double upTo,
      PageWords values,
      long clients,
      double effect,
      Double contribution,
      Double lowContribution,
      Double highContribution,
      double defaulted,
      Double missedDefaults,
      Double refusedGood) {}

  /** What a zone is called. */
  public enum ZoneKind {
    PROTECTIVE,
    NEUTRAL,
    RISKY
  }

  /**
   * A zone.
   *
   * @param name its name in one or two words
   * @param values its values in words
   * @param share of all clients
   * @param effect mean points over its clients
   * @param defaulted share of its clients who defaulted
   */
  public record Zone(
      ZoneKind kind,
      PageWords name,
      Double from,
      Double upTo,
      PageWords values,
      long clients,
      double share,
      double effect,
      double defaulted) {}
}
