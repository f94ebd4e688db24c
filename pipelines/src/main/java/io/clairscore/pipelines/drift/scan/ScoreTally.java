package io.clairscore.pipelines.drift.scan;

import io.clairscore.drift.meaning.OutcomeTally;
import io.clairscore.drift.meaning.SegmentTally;
import io.clairscore.drift.profile.NumberProfile;
import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the model makes of the clients of one task.
 *
 * @param points scores of all clients, rounded as they are served
 * @param margins sum of their margins
 * @param refused clients refused
 * @param explained clients whose contributions are summed
 * @param contributions sums by feature, then of what the model starts from; in margin
 * @param outcomes what their calibrated probabilities say
 * @param segments what the model makes of each segment, by column and value
 */
public record ScoreTally(
    NumberProfile points,
    double margins,
    long refused,
    long explained,
    double[] contributions,
    OutcomeTally outcomes,
    SortedMap<String, SortedMap<String, SegmentTally>> segments)
    implements Serializable {

  public long clients() {
    return points.rows();
  }

  /** Both tallies. Sums of doubles depend on their order: add tasks in theirs. */
  ScoreTally plus(ScoreTally other) {
    double[] sums = contributions.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.contributions[i];
    }
    return new ScoreTally(
        points.plus(other.points),
        margins + other.margins,
        refused + other.refused,
        explained + other.explained,
        sums,
        outcomes.plus(other.outcomes),
        plus(segments, other.segments));
  }

  private static SortedMap<String, SortedMap<String, SegmentTally>> plus(
      SortedMap<String, SortedMap<String, SegmentTally>> some,
      SortedMap<String, SortedMap<String, SegmentTally>> others) {
    SortedMap<String, SortedMap<String, SegmentTally>> all = new TreeMap<>();
    some.forEach((column, values) -> all.put(column, new TreeMap<>(values)));
    others.forEach(
        (column, values) -> {
          SortedMap<String, SegmentTally> sums =
              all.computeIfAbsent(column, key -> new TreeMap<>());
          values.forEach((value, tally) -> sums.merge(value, tally, SegmentTally::plus));
        });
    return all;
  }
}
