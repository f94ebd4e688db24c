package io.clairscore.scorer.explanation;

import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.RiskRange;
import io.clairscore.scorer.Score;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why one client has this score. All points are integers and are counted from the mean score of the
 * accepted reference clients; two sums are exact: base points and features, and base points, themes
 * and barred points each make the score.
 *
 * @param basePoints the mean score of the accepted reference clients
 * @param thresholdPoints points at which applications begin to be refused
 * @param features each feature that moves this score, in the order of the vector
 * @param themes each theme that moves this score, the heaviest first; those told have reasons
 * @param barredPoints what may not be a reason, in all; 0 for a model that may be served
 * @param coverage absolute exact points of the told factors, as a share of those of all factors
 *     (the barred ones count as one): 0 to 1, and 1 if nothing moves the score. It is not a share
 *     of the gap to the accepted clients, in which factors for and against cancel out.
 * @param range of the level, in which the probability lies
 * @param outcome what became of the training clients of the level
 * @param remarks what was set aside
 */
public record Explanation(
    Score score,
    int basePoints,
    int thresholdPoints,
    List<FeaturePoints> features,
    List<Theme> themes,
    int barredPoints,
    double coverage,
    RiskRange range,
    LevelOutcome outcome,
    Remarks remarks) {

  /**
   * @throws IllegalArgumentException if a sum does not make the score, or the coverage or the range
   *     is impossible
   */
  public Explanation {
    features = List.copyOf(features);
    themes = List.copyOf(themes);
    int moved = score.points() - basePoints;
    require(features.stream().mapToInt(FeaturePoints::points).sum() == moved, "features");
    require(themes.stream().mapToInt(Theme::points).sum() + barredPoints == moved, "themes");
    require(
        themes.stream().map(Theme::group).distinct().count() == themes.size(), "names of themes");
    require(coverage >= 0 && coverage <= 1, "coverage");
    require(range.contains(score.probability()), "range");
    require(outcome.level() == score.level(), "outcome");
  }

  /** Themes told against the application, the heaviest first. */
  public List<Theme> adverse() {
    return themes.stream().filter(theme -> theme.told() && theme.points() < 0).toList();
  }

  /** Themes told for it, the heaviest first. */
  public List<Theme> favourable() {
    return themes.stream().filter(theme -> theme.told() && theme.points() > 0).toList();
  }

  /** Themes told in which what counts for and what counts against cancel out. */
  public List<Theme> balanced() {
    return themes.stream().filter(theme -> theme.told() && theme.points() == 0).toList();
  }

  /** Themes that are named without reasons. */
  public List<Theme> others() {
    return themes.stream().filter(theme -> !theme.told()).toList();
  }

  /** Every reason told. */
  public Stream<Reason> reasons() {
    return themes.stream().flatMap(theme -> theme.reasons().stream());
  }

  /** The reasons of all themes, the strongest first. */
  public List<Reason> strongest() {
    return reasons().sorted(Comparator.comparingDouble(reason -> -reason.share())).toList();
  }

  private static void require(boolean holds, String part) {
    if (!holds) {
      throw new IllegalArgumentException("The " + part + " of an explanation do not fit its score");
    }
  }
}
