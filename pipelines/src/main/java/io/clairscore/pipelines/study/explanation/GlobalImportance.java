package io.clairscore.pipelines.study.explanation;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.pipelines.evaluation.RankedScores;
import io.clairscore.pipelines.study.learner.ClientMatrix;
import io.clairscore.scorer.TreeEnsemble;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Importance of every feature by exact contributions (TreeSHAP), and for the strongest, as a check
 * by other means, the AUC that is lost on clients kept apart when the feature is permuted (Breiman
 * 2001).
 *
 * @param trees the model
 * @param names names of its features
 * @param permuted number of strongest features to permute
 * @param seed seed of the permutations
 */
public record GlobalImportance(TreeEnsemble trees, List<String> names, int permuted, long seed) {

  /**
   * Every feature, the most important first.
   *
   * @param contributions of every feature to the margin of each of some clients
   * @param apart clients the model was not fitted on
   */
  public List<Importance> of(double[][] contributions, ClientMatrix apart) {
    double[] mean = meanAbsolute(contributions);
    List<Integer> ranked =
        IntStream.range(0, mean.length)
            .boxed()
            .sorted(Comparator.comparingDouble(feature -> -mean[feature]))
            .toList();
    double auc = auc(apart, -1, null);
    return IntStream.range(0, ranked.size())
        .mapToObj(
            place -> {
              int feature = ranked.get(place);
              boolean tried = place < permuted && mean[feature] > 0;
              return new Importance(
                  names.get(feature),
                  group(names.get(feature)),
                  mean[feature],
                  tried ? auc - auc(apart, feature, order(apart.size(), feature)) : null);
            })
        .toList();
  }

  private double[] meanAbsolute(double[][] each) {
    double[] mean = new double[names.size()];
    for (double[] of : each) {
      for (int feature = 0; feature < mean.length; feature++) {
        mean[feature] += Math.abs(of[feature]) / each.length;
      }
    }
    return mean;
  }

  /** AUC where each client has the feature of another; of the clients as they are without order. */
  private double auc(ClientMatrix clients, int feature, int[] order) {
    double[] margin =
        IntStream.range(0, clients.size())
            .parallel()
            .mapToDouble(
                i -> {
                  float[] vector = clients.rows()[i];
                  if (order != null) {
                    vector = vector.clone();
                    vector[feature] = clients.rows()[order[i]][feature];
                  }
                  return trees.margin(vector);
                })
            .toArray();
    int[] once = new int[margin.length];
    Arrays.fill(once, 1);
    return new RankedScores(margin, clients.target()).auc(once);
  }

  private int[] order(int size, int feature) {
    int[] order = IntStream.range(0, size).toArray();
    SplittableRandom random = new SplittableRandom(seed + feature);
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private static String group(String name) {
    return Catalogue.core().feature(name).map(feature -> feature.group().name()).orElse("");
  }
}
