package io.clairscore.pipelines.study.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A density on [0, 1]: a mixture of normal curves cut at its ends, one around each observation and
 * a wide one over the whole range, so that no place is ever out of reach. Each curve is as wide as
 * the larger gap to its neighbours (Bergstra et al. 2011, section 4.2).
 */
final class ParzenDensity {
  private static final double MIDDLE = 0.5;
  private static final double WIDEST = 1;
  private static final int NARROWEST_PART = 100;

  private final NormalDistribution[] curves;
  private final double[] masses;

  ParzenDensity(double[] observations) {
    double[] means = Arrays.copyOf(observations, observations.length + 1);
    means[observations.length] = MIDDLE;
    Arrays.sort(means);
    double narrowest = WIDEST / Math.min(NARROWEST_PART, means.length + 1);
    curves = new NormalDistribution[means.length];
    masses = new double[means.length];
    boolean prior = false;
    for (int i = 0; i < means.length; i++) {
      double left = means[i] - (i == 0 ? 0 : means[i - 1]);
      double right = (i == means.length - 1 ? 1 : means[i + 1]) - means[i];
      double width = Math.min(WIDEST, Math.max(narrowest, Math.max(left, right)));
      if (!prior && means[i] == MIDDLE) {
        prior = true;
        width = WIDEST;
      }
      // No generator of its own: all draws come from the search's.
      curves[i] = new NormalDistribution(null, means[i], width);
      masses[i] = curves[i].probability(0, 1);
    }
  }

  double at(double place) {
    double density = 0;
    for (int i = 0; i < curves.length; i++) {
      density += curves[i].density(place) / masses[i];
    }
    return density / curves.length;
  }

  double draw(SplittableRandom random) {
    int i = random.nextInt(curves.length);
    double below = curves[i].cumulativeProbability(0);
    double place = curves[i].inverseCumulativeProbability(below + random.nextDouble() * masses[i]);
    return Math.min(1, Math.max(0, place));
  }
}
