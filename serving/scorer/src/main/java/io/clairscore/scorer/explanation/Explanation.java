package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.Score;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Why one client has this score. All points are integers, and three sums are exact: base points and
 * features, base points and groups, and base points, reasons, barred points and other points each
 * make the score.
 *
 * @param basePoints the score the model starts from, that of its average training client (averaged
 *     as XGBoost does, by the weight of each client in the training)
 * @param thresholdPoints points at which applications begin to be refused
 * @param features each feature that moves this score, in the order of the vector
 * @param groups points of each business group, barred features included
 * @param adverse what counts most against the application, the strongest first
 * @param favourable what counts most for it, the strongest first
 * @param barredPoints what may not be a reason, in all
 * @param otherPoints every factor that is neither told nor barred, in all
 * @param coverage absolute exact points of the told factors, as a share of those of all factors
 *     (the barred ones count as one): 0 to 1, and 1 if nothing moves the score. It is not a share
 *     of the gap to the average client, in which factors for and against cancel out.
 * @param absences what is missing and weighs most, told as a reason or not, the strongest first
 * @param outcome what became of the training clients of the level
 * @param remarks what was set aside
 */
public record Explanation(
    Score score,
    int basePoints,
    int thresholdPoints,
    List<FeaturePoints> features,
    Map<BusinessGroup, Integer> groups,
    List<Reason> adverse,
    List<Reason> favourable,
    int barredPoints,
    int otherPoints,
    double coverage,
    List<Reason> absences,
    LevelOutcome outcome,
    Remarks remarks) {

  /**
   * @throws IllegalArgumentException if a sum does not make the score, a reason stands on the wrong
   *     side or the coverage is impossible
   */
  public Explanation {
    features = List.copyOf(features);
    groups = Collections.unmodifiableMap(new EnumMap<>(groups));
    adverse = List.copyOf(adverse);
    favourable = List.copyOf(favourable);
    absences = List.copyOf(absences);
    int moved = score.points() - basePoints;
    int told = adverse.stream().mapToInt(Reason::points).sum();
    told += favourable.stream().mapToInt(Reason::points).sum();
    require(features.stream().mapToInt(FeaturePoints::points).sum() == moved, "features");
    require(groups.values().stream().mapToInt(Integer::intValue).sum() == moved, "groups");
    require(told + barredPoints + otherPoints == moved, "reasons");
    require(adverse.stream().allMatch(r -> r.direction() == Direction.ADVERSE), "adverse");
    require(favourable.stream().allMatch(r -> r.direction() == Direction.FAVOURABLE), "favourable");
    require(coverage >= 0 && coverage <= 1, "coverage");
    require(outcome.level() == score.level(), "outcome");
  }

  /** The reasons of both directions, the strongest first. */
  public List<Reason> strongest() {
    return Stream.concat(adverse.stream(), favourable.stream())
        .sorted(Comparator.comparingDouble(reason -> -reason.share()))
        .toList();
  }

  private static void require(boolean holds, String part) {
    if (!holds) {
      throw new IllegalArgumentException("The " + part + " of an explanation do not fit its score");
    }
  }
}
