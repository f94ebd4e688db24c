package io.clairscore.pipelines.drift;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.NumberAccumulator;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;

/** Scores the clients of one task. */
final class ScoringTask {
  private final Scoring scoring;
  private final Scorer scorer;
  private final NumberAccumulator points =
      new NumberAccumulator(new ColumnSpec("score", ColumnType.INTEGER), ProfileLimits.STANDARD);
  private final double[] contributions;
  private double margins;
  private long refused;
  private long explained;

  ScoringTask(Scoring scoring) {
    this.scoring = scoring;
    Bundle bundle = scoring.model().load();
    scorer = Scorer.of(bundle);
    contributions = new double[bundle.manifest().features().size() + 1];
  }

  void add(Object client, float[] vector) {
    Score score = scorer.score(vector);
    points.add(score.points());
    margins += score.margin();
    refused += score.decision() == Decision.REFUSED ? 1 : 0;
    if (scoring.explains(client)) {
      explained++;
      double[] each = scorer.contributions(vector);
      for (int i = 0; i < each.length; i++) {
        contributions[i] += each[i];
      }
    }
  }

  ScoreTally tally() {
    return new ScoreTally(points.profile(), margins, refused, explained, contributions.clone());
  }
}
