package io.clairscore.pipelines.study.learner;

import java.util.Random;
import java.util.stream.IntStream;

/** Seeded clients with missing values, ties, a constant and an all-missing feature. */
final class Matrices {
  static final int CONSTANT = 3;
  static final int MISSING = 4;

  private Matrices() {}

  /** Features: normal with missing values, few whole numbers, normal, constant, all missing. */
  static ClientMatrix random(int clients, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[clients][];
    int[] target = new int[clients];
    for (int i = 0; i < clients; i++) {
      float first = random.nextInt(5) == 0 ? Float.NaN : (float) random.nextGaussian();
      rows[i] = new float[] {first, random.nextInt(4), (float) random.nextGaussian(), 7, Float.NaN};
      double risk = -1.5 + (Float.isNaN(first) ? 1 : first) - 0.4 * rows[i][1];
      target[i] = random.nextDouble() < 1 / (1 + Math.exp(-risk)) ? 1 : 0;
    }
    return new ClientMatrix(IntStream.rangeClosed(1, clients).toArray(), target, rows);
  }
}
