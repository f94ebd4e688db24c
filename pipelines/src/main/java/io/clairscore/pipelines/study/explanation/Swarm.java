package io.clairscore.pipelines.study.explanation;

import io.clairscore.pipelines.study.learner.ClientMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Contributions of one feature for some clients, without saying whose they are.
 *
 * @param feature its name
 * @param rank share of the clients with a smaller value, from 0 to 1; null where it is unknown
 * @param contribution to the margin, in the same order
 */
public record Swarm(String feature, List<Double> rank, List<Double> contribution) {
  private static final double DECIMALS = 1e4;

  /** The swarm of a feature, of the first clients. */
  static Swarm of(
      String name, int feature, ClientMatrix clients, double[][] contributions, int shown) {
    float[] known = clients.known(feature);
    int[] first = IntStream.range(0, Math.min(shown, clients.size())).toArray();
    return new Swarm(
        name,
        Arrays.stream(first).mapToObj(i -> rank(known, clients.rows()[i][feature])).toList(),
        Arrays.stream(first).mapToObj(i -> rounded(contributions[i][feature])).toList());
  }

  private static Double rank(float[] known, float value) {
    if (Float.isNaN(value)) {
      return null;
    }
    long below = IntStream.range(0, known.length).filter(i -> known[i] < value).count();
    long same = IntStream.range(0, known.length).filter(i -> known[i] == value).count();
    return rounded((below + same / 2.0) / known.length);
  }

  private static double rounded(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }
}
