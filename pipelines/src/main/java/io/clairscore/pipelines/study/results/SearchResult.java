package io.clairscore.pipelines.study.results;

import io.clairscore.pipelines.evaluation.Estimate;
import java.util.List;
import java.util.Map;

/**
 * The search for hyper-parameters.
 *
 * @param best the cheapest point of each part
 * @param points every point, the cheapest first
 */
public record SearchResult(List<Best> best, List<Point> points) {

  /**
   * A point, judged over its folds.
   *
   * @param cost per client
   */
  public record Point(
      String name, double cost, double auc, double fitSeconds, Map<String, String> settings) {}

  /**
   * The cheapest point of a part.
   *
   * @param againstRandom its cost less that of the random search's, null for that one itself
   */
  public record Best(String part, Point point, Estimate againstRandom) {}
}
