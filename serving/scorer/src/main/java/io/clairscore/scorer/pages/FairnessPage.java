package io.clairscore.scorer.pages;

import java.util.List;

/**
 * Decisions by group of clients. The groups are of attributes that do not decide.
 *
 * @param fewest groups of fewer clients have no approval ratio
 * @param groups figures by group, of the served model
 * @param ratios the ratios that training measured, as the model card has them
 */
public record FairnessPage(int fewest, List<Group> groups, List<Ratio> ratios)
    implements PageContent {

  public FairnessPage {
    groups = List.copyOf(groups);
    ratios = List.copyOf(ratios);
  }

  /**
   * A group.
   *
   * @param attribute what its clients share, such as {@code gender} or {@code age}
   * @param approved share that is accepted
   * @param approvalRatio that share over that of the attribute's most accepted group; null for a
   *     group of few clients
   * @param recall share of the defaults that is refused; null without defaults
   * @param goodRefused share of the others that is refused; null without others
   * @param predicted mean probability of default
   * @param defaulted share that defaulted
   * @param cost per client
   */
  public record Group(
      PagePart part,
      String attribute,
      String key,
      PageWords label,
      long clients,
      PageInterval approved,
      Double approvalRatio,
      PageInterval recall,
      PageInterval goodRefused,
      double predicted,
      double defaulted,
      double cost) {}

  /** Share of accepted clients as a share of that of the attribute's most accepted group. */
  public record Ratio(String attribute, String key, PageWords label, double ratio) {}
}
