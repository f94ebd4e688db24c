package io.clairscore.pipelines.drift;

import io.clairscore.drift.profile.NumberProfile;
import java.io.Serializable;

/**
 * What the model makes of the clients of one task.
 *
 * @param points scores of all clients, rounded as they are served
 * @param margins sum of their margins
 * @param refused clients refused
 * @param explained clients whose contributions are summed
 * @param contributions sums by feature, then of what the model starts from; in margin
 */
record ScoreTally(
    NumberProfile points, double margins, long refused, long explained, double[] contributions)
    implements Serializable {

  long clients() {
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
        sums);
  }
}
