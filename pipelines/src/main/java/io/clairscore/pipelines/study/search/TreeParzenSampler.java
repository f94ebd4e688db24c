package io.clairscore.pipelines.study.search;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The tree-structured Parzen estimator (Bergstra et al. 2011) for a space without branches: per
 * dimension, of some draws from the density of the good trials, the one that is likeliest among the
 * good compared with the rest. The first points are drawn evenly.
 *
 * @param dimensions dimensions of the space
 * @param startup trials before the densities are trusted
 */
public record TreeParzenSampler(int dimensions, int startup) implements Sampler {
  private static final double GOOD_SHARE = 0.25;
  private static final int MOST_GOOD = 25;
  private static final int DRAWS = 24;

  @Override
  public double[] next(List<Trial> trials, SplittableRandom random) {
    if (trials.size() < Math.max(2, startup)) {
      return Sampler.random(dimensions).next(trials, random);
    }
    List<Trial> ranked = trials.stream().sorted(Comparator.comparingDouble(Trial::loss)).toList();
    int good = Math.min(MOST_GOOD, (int) Math.ceil(GOOD_SHARE * ranked.size()));
    double[] point = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      point[i] =
          next(
              density(ranked.subList(0, good), i),
              density(ranked.subList(good, ranked.size()), i),
              random);
    }
    return point;
  }

  private static ParzenDensity density(List<Trial> trials, int dimension) {
    return new ParzenDensity(trials.stream().mapToDouble(t -> t.point()[dimension]).toArray());
  }

  private static double next(ParzenDensity good, ParzenDensity rest, SplittableRandom random) {
    double best = Double.NaN;
    double gain = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < DRAWS; i++) {
      double place = good.draw(random);
      double ratio = good.at(place) / rest.at(place);
      if (ratio > gain) {
        gain = ratio;
        best = place;
      }
    }
    return best;
  }
}
