package io.clairscore.pipelines.drift.scan;

import io.clairscore.drift.meaning.OutcomeAccumulator;
import io.clairscore.drift.meaning.SegmentTally;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.NumberAccumulator;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Points;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Scores the clients of one task. */
final class ScoringTask {
  private final Scoring scoring;
  private final Scorer scorer;
  private final NumberAccumulator points =
      new NumberAccumulator(new ColumnSpec("score", ColumnType.INTEGER), ProfileLimits.STANDARD);
  private final int[] places;
  private final double[] contributions;
  private final OutcomeAccumulator outcomes = new OutcomeAccumulator();
  private final SortedMap<String, SortedMap<String, SegmentTally>> segments = new TreeMap<>();
  private final Points scale;
  private double margins;
  private long refused;
  private long explained;

  /**
   * Begins.
   *
   * @param columns of the rows, what the model reads among them
   */
  ScoringTask(Scoring scoring, List<ColumnSpec> columns) {
    this.scoring = scoring;
    Bundle bundle = scoring.model().load();
    List<String> names = columns.stream().map(ColumnSpec::name).toList();
    places = bundle.manifest().features().stream().mapToInt(names::indexOf).toArray();
    scorer = Scorer.of(bundle);
    scale = bundle.manifest().points();
    scoring.segments().forEach(column -> segments.put(column, new TreeMap<>()));
    contributions = new double[bundle.manifest().features().size() + 1];
  }

  /**
   * Scores a client.
   *
   * @param row a number per column
   * @param values the segments the client is in, by column
   */
  void add(Object client, float[] row, Function<String, String> values) {
    float[] vector = new float[places.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = row[places[i]];
    }
    Score score = scorer.score(vector);
    boolean isRefused = score.decision() == Decision.REFUSED;
    outcomes.add(score.points(), score.probability(), isRefused);
    SegmentTally alone = SegmentTally.EMPTY.plus(scale.exact(score.margin()), isRefused);
    segments.forEach(
        (column, tallies) -> tallies.merge(values.apply(column), alone, SegmentTally::plus));
    points.add(score.points());
    margins += score.margin();
    refused += isRefused ? 1 : 0;
    if (scoring.explains(client)) {
      explained++;
      double[] each = scorer.contributions(vector);
      for (int i = 0; i < each.length; i++) {
        contributions[i] += each[i];
      }
    }
  }

  ScoreTally tally() {
    return new ScoreTally(
        points.profile(),
        margins,
        refused,
        explained,
        contributions.clone(),
        outcomes.tally(),
        segments);
  }
}
