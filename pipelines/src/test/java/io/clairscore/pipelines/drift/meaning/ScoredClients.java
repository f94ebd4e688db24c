package io.clairscore.pipelines.drift.meaning;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.OutcomeAccumulator;
import io.clairscore.drift.meaning.SegmentTally;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.NumberAccumulator;
import io.clairscore.drift.profile.PopulationAccumulator;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.pipelines.drift.scan.ScoreTally;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Clients in memory with what a model makes of each, so that many comparisons of some of them cost
 * no second scoring.
 *
 * @param vectors what the model reads of each client
 * @param segments of each client, by column
 */
record ScoredClients(
    Bundle bundle,
    float[][] vectors,
    List<Map<String, String>> segments,
    Score[] scores,
    double[][] contributions) {

  static ScoredClients of(Bundle bundle, float[][] vectors, List<Map<String, String>> segments) {
    Scorer scorer = Scorer.of(bundle);
    return new ScoredClients(
        bundle,
        vectors,
        segments,
        Arrays.stream(vectors).map(scorer::score).toArray(Score[]::new),
        Arrays.stream(vectors).map(scorer::contributions).toArray(double[][]::new));
  }

  boolean refused(int client) {
    return scores[client].decision() == Decision.REFUSED;
  }

  /** The report of some clients of one population against some of another. */
  static DriftReport report(
      ScoredClients before,
      int[] some,
      ScoredClients after,
      int[] others,
      List<Integer> columns,
      DriftOptions options) {
    ScoreTally tally = before.tally(some);
    ScoreTally other = after.tally(others);
    return DriftReport.of(
        before.profile(some, columns),
        after.profile(others, columns),
        options
            .with(new ScoreShift(before.bundle, tally, other).impact())
            .with(Meanings.with(Meaning.NONE, before.bundle, tally, other)));
  }

  private PopulationProfile profile(int[] clients, List<Integer> columns) {
    PopulationAccumulator rows =
        new PopulationAccumulator(
            columns.stream()
                .map(at -> new ColumnSpec(bundle.manifest().features().get(at), ColumnType.REAL))
                .toList(),
            ProfileLimits.WIDE);
    for (int client : clients) {
      for (int i = 0; i < columns.size(); i++) {
        rows.number(i, vectors[client][columns.get(i)]);
      }
      rows.endRow();
    }
    return rows.profile();
  }

  private ScoreTally tally(int[] clients) {
    NumberAccumulator points =
        new NumberAccumulator(new ColumnSpec("score", ColumnType.INTEGER), ProfileLimits.STANDARD);
    OutcomeAccumulator outcomes = new OutcomeAccumulator();
    SortedMap<String, SortedMap<String, SegmentTally>> tallies = new TreeMap<>();
    double[] sums = new double[contributions[0].length];
    double margins = 0;
    long refused = 0;
    for (int client : clients) {
      Score score = scores[client];
      boolean isRefused = refused(client);
      points.add(score.points());
      outcomes.add(score.points(), score.probability(), isRefused);
      margins += score.margin();
      refused += isRefused ? 1 : 0;
      SegmentTally alone =
          SegmentTally.EMPTY.plus(bundle.manifest().points().exact(score.margin()), isRefused);
      segments
          .get(client)
          .forEach(
              (column, value) ->
                  tallies
                      .computeIfAbsent(column, key -> new TreeMap<>())
                      .merge(value, alone, SegmentTally::plus));
      for (int i = 0; i < sums.length; i++) {
        sums[i] += contributions[client][i];
      }
    }
    return new ScoreTally(
        points.profile(), margins, refused, clients.length, sums, outcomes.tally(), tallies);
  }
}
