package io.clairscore.scorer.pages;

import java.util.List;

/**
 * Decisions about clients whose outcome is known.
 *
 * @param part the clients
 * @param clients how many they are
 * @param accuracy share of right decisions
 * @param cost per client
 * @param outcomes clients who repaid, then those who defaulted
 * @param macro mean of both outcomes
 * @param weighted mean of both outcomes, each by its support
 * @param counts clients by outcome and decision
 */
public record ClassificationReport(
    PagePart part,
    long clients,
    double accuracy,
    double cost,
    List<Outcome> outcomes,
    OutcomeFigures macro,
    OutcomeFigures weighted,
    DecisionCounts counts) {

  /**
   * The clients of an outcome.
   *
   * @param target 1 for a default
   * @param label the outcome in words
   * @param support how many clients have it
   * @param share of all clients
   */
  public record Outcome(
      int target, PageWords label, OutcomeFigures figures, long support, double share) {}

  public ClassificationReport {
    outcomes = List.copyOf(outcomes);
  }
}
