package io.clairscore.features.engine;

import io.clairscore.features.catalogue.Aggregate;
import java.util.Arrays;
import java.util.Map;

/** One quantity over one group of rows: one pass feeds every aggregate asked of it. */
final class NumberPlan {
  private static final int NOWHERE = -1;

  private final NumberSource source;
  private final int[] outputs = new int[Aggregate.values().length];
  private final boolean moments;

  /**
   * A plan.
   *
   * @param targets where each aggregate asked for goes
   */
  NumberPlan(NumberSource source, Map<Aggregate, Integer> targets) {
    this.source = source;
    Arrays.fill(outputs, NOWHERE);
    targets.forEach((aggregate, output) -> outputs[aggregate.ordinal()] = output);
    this.moments =
        targets.keySet().stream().anyMatch(a -> a != Aggregate.NUNIQUE && a != Aggregate.SIZE);
  }

  /**
   * Computes every aggregate.
   *
   * @param numbers scratch space of at least the size of the group
   */
  void compute(Selection group, double[] numbers, double[] out) {
    int size = group.size();
    write(Aggregate.SIZE, size, out);
    if (moments || asks(Aggregate.NUNIQUE)) {
      source.fill(group, numbers);
    }
    if (moments) {
      writeMoments(
          asks(Aggregate.VAR) ? Moments.withVariance(numbers, size) : Moments.of(numbers, size),
          out);
    }
    if (asks(Aggregate.NUNIQUE)) {
      write(Aggregate.NUNIQUE, distinct(numbers, size), out);
    }
  }

  private void writeMoments(Moments moments, double[] out) {
    write(Aggregate.MIN, moments.min(), out);
    write(Aggregate.MAX, moments.max(), out);
    write(Aggregate.MEAN, moments.mean(), out);
    write(Aggregate.SUM, moments.sum(), out);
    write(Aggregate.VAR, moments.variance(), out);
  }

  private boolean asks(Aggregate aggregate) {
    return outputs[aggregate.ordinal()] != NOWHERE;
  }

  private void write(Aggregate aggregate, double value, double[] out) {
    int output = outputs[aggregate.ordinal()];
    if (output != NOWHERE) {
      out[output] = value;
    }
  }

  /** Number of distinct values; sorts the numbers, which puts the missing ones last. */
  private static int distinct(double[] numbers, int size) {
    Arrays.sort(numbers, 0, size);
    int distinct = 0;
    for (int i = 0; i < size && !Double.isNaN(numbers[i]); i++) {
      distinct += i == 0 || numbers[i] != numbers[i - 1] ? 1 : 0;
    }
    return distinct;
  }
}
