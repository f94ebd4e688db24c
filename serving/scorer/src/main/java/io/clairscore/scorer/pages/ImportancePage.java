package io.clairscore.scorer.pages;

import java.util.List;

/**
 * What the model looks at.
 *
 * @param explained clients whose contributions were computed
 * @param features the heaviest first
 * @param groups business groups, the heaviest first
 */
public record ImportancePage(long explained, List<Weight> features, List<GroupWeight> groups)
    implements PageContent {

  public ImportancePage {
    features = List.copyOf(features);
    groups = List.copyOf(groups);
  }

  /**
   * A feature.
   *
   * @param group key of its business group; null for a feature the catalogue does not know
   * @param points mean over the clients of the absolute points it adds or takes
   * @param share of the sum over all features
   * @param meanPoints mean of the points with their sign, positive where it speaks for the client
   * @param aucLoss AUC lost on clients kept apart when its values are dealt to other clients; null
   *     where that was not tried
   */
  public record Weight(
      String name,
      PageWords label,
      String group,
      PageWords groupLabel,
      double points,
      double share,
      double meanPoints,
      Double aucLoss) {}

  /** A business group: its features together. */
  public record GroupWeight(
      String group, PageWords label, int features, double points, double share) {}
}
