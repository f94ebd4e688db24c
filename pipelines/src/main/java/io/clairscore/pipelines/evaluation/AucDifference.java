package io.clairscore.pipelines.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** Difference of the AUC of two scores of the same clients, with the interval of DeLong (1988). */
public final class AucDifference {
  private AucDifference() {}

  /**
   * AUC of one score less that of another.
   *
   * @param a clients in the same order as the others, both outcomes among them
   */
  public static Estimate of(ScoredClients a, ScoredClients b) {
    if (!Arrays.equals(a.client(), b.client())) {
      throw new IllegalArgumentException("These are not scores of the same clients");
    }
    double[] bad = gap(placements(a, 1), placements(b, 1));
    double[] good = gap(placements(a, 0), placements(b, 0));
    double difference = StatUtils.mean(bad);
    double variance = StatUtils.variance(bad) / bad.length + StatUtils.variance(good) / good.length;
    double half = Wilson.Z * Math.sqrt(variance);
    return new Estimate(difference, difference - half, difference + half);
  }

  /**
   * For each client of an outcome, the share of the clients of the other outcome that the score
   * tells apart from it the right way; equal margins count half.
   */
  static double[] placements(ScoredClients clients, int outcome) {
    double[] among = new NaturalRanking().rank(clients.margin());
    int[] own =
        IntStream.range(0, clients.size()).filter(i -> clients.target()[i] == outcome).toArray();
    double[] within =
        new NaturalRanking()
            .rank(IntStream.of(own).mapToDouble(i -> clients.margin()[i]).toArray());
    double others = clients.size() - own.length;
    return IntStream.range(0, own.length)
        .mapToDouble(
            i -> {
              double below = (among[own[i]] - within[i]) / others;
              return outcome == 1 ? below : 1 - below;
            })
        .toArray();
  }

  private static double[] gap(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
  }
}
