package io.clairscore.pipelines.study.search;

import java.util.List;
import java.util.SplittableRandom;

/** Chooses the next point to try. */
@FunctionalInterface
public interface Sampler {
  /**
   * The next point of the unit cube.
   *
   * @param trials what was tried so far, in any order
   * @param random the draws of this one choice
   */
  double[] next(List<Trial> trials, SplittableRandom random);

  /** Points drawn evenly, whatever was tried: the control of every search. */
  static Sampler random(int dimensions) {
    return (trials, random) -> {
      double[] point = new double[dimensions];
      for (int i = 0; i < dimensions; i++) {
        point[i] = random.nextDouble();
      }
      return point;
    };
  }
}
