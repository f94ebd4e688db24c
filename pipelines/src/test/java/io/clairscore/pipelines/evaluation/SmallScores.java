package io.clairscore.pipelines.evaluation;

import java.util.Random;
import java.util.stream.IntStream;

/** Small sets of scores. */
final class SmallScores {

  private SmallScores() {}

  /** Twelve clients in three folds and four kept apart, worked by hand in the tests. */
  static Scores byHand() {
    int[] target = {0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0};
    int[] fold = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, -1, -1, -1, -1};
    double[] margin = {-4, -3, 2, -2, -1, 1, 3, 0, -5, -6, 2.5, 4, 1, 2, -3, -4};
    double[] probability = new double[margin.length];
    for (int i = 0; i < margin.length; i++) {
      probability[i] = 1 / (1 + Math.exp(-margin[i]));
    }
    int[] client = IntStream.rangeClosed(1, margin.length).toArray();
    return new Scores(new ScoredClients(client, target, fold, margin), probability);
  }

  /** Seeded clients with tied margins. */
  static ScoredClients tied(int clients, long seed) {
    Random random = new Random(seed);
    int[] target = new int[clients];
    double[] margin = new double[clients];
    for (int i = 0; i < clients; i++) {
      margin[i] = random.nextInt(15) / 4.0;
      target[i] = random.nextDouble() < 0.05 + margin[i] / 8 ? 1 : 0;
    }
    int[] client = IntStream.range(0, clients).toArray();
    return new ScoredClients(
        client, target, IntStream.of(client).map(i -> i % 4).toArray(), margin);
  }
}
