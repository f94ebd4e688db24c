package io.clairscore.drift.meaning;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Clients whose true risk is known, some of them refused. */
record SimulatedClients(double[] probability, int[] points, boolean[] refused, boolean[] bad) {
  private static final double THRESHOLD = 0.09;

  /**
   * Draws clients and their outcomes.
   *
   * @param push added to every log-odds: another mix of clients
   * @param concept added to the true log-odds alone: the probabilities no longer hold
   */
  static SimulatedClients of(int count, double push, double concept, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    SimulatedClients clients =
        new SimulatedClients(
            new double[count], new int[count], new boolean[count], new boolean[count]);
    for (int i = 0; i < count; i++) {
      double logit = -2.9 + push + 0.9 * random.nextGaussian();
      clients.probability[i] = logistic(logit);
      clients.points[i] = (int) Math.rint(600 - 28.85 * logit);
      clients.refused[i] = clients.probability[i] >= THRESHOLD;
      clients.bad[i] = random.nextDouble() < logistic(logit + concept);
    }
    return clients;
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  OutcomeTally tally() {
    OutcomeAccumulator accumulator = new OutcomeAccumulator();
    for (int i = 0; i < points.length; i++) {
      accumulator.add(points[i], probability[i], refused[i]);
    }
    return accumulator.tally();
  }

  /** The figure that the outcomes really had, by a loop. */
  double realised(OutcomeFigure figure, double falseNegative, double falsePositive) {
    double defaults = 0;
    double caught = 0;
    double refusals = 0;
    double cost = 0;
    for (int i = 0; i < points.length; i++) {
      defaults += bad[i] ? 1 : 0;
      refusals += refused[i] ? 1 : 0;
      caught += bad[i] && refused[i] ? 1 : 0;
      cost += bad[i] && !refused[i] ? falseNegative : 0;
      cost += !bad[i] && refused[i] ? falsePositive : 0;
    }
    return switch (figure) {
      case DEFAULT_RATE -> defaults / points.length;
      case COST_PER_CLIENT -> cost / points.length;
      case RECALL -> caught / defaults;
      case REFUSAL_RATE -> refusals / points.length;
      case AUC -> auc();
    };
  }

  private double auc() {
    int[] good = ofOutcome(false);
    int[] defaulted = ofOutcome(true);
    double pairs = 0;
    for (int one : defaulted) {
      for (int other : good) {
        pairs += one < other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return pairs / ((double) good.length * defaulted.length);
  }

  private int[] ofOutcome(boolean which) {
    int[] chosen = new int[points.length];
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      if (bad[i] == which) {
        chosen[count++] = points[i];
      }
    }
    return Arrays.copyOf(chosen, count);
  }
}
