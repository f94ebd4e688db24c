package io.clairscore.pipelines.drift;

import io.clairscore.pipelines.features.Vectors;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Scorer;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Scores and explains clients one after another.
 *
 * @param points mean points of each feature
 * @param refused share of the refused
 */
record ScoringLoop(List<String> features, double[] points, double meanPoints, double refused) {

  /** Goes through rows of client, outcome and vector. */
  static ScoringLoop over(List<Row> rows, Bundle bundle) {
    Scorer scorer = Scorer.of(bundle);
    double[] sums = new double[bundle.manifest().features().size()];
    double points = 0;
    double refused = 0;
    for (Row row : rows) {
      float[] vector = Vectors.floats(row.getList(2));
      double[] contributions = scorer.contributions(vector);
      for (int i = 0; i < sums.length; i++) {
        sums[i] -= bundle.manifest().points().factor() * contributions[i] / rows.size();
      }
      points += bundle.manifest().points().exact(scorer.score(vector).margin());
      refused += scorer.score(vector).decision() == Decision.REFUSED ? 1 : 0;
    }
    return new ScoringLoop(
        bundle.manifest().features(), sums, points / rows.size(), refused / rows.size());
  }
}
