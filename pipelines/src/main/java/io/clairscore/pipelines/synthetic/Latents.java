package io.clairscore.pipelines.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Correlated standard normal variables of one block. */
final class Latents {
  private final List<String> names;
  private final double[][] factor;

  /** Variables with their correlations with the variables above, as in the resource. */
  Latents(Map<String, double[]> correlations) {
    this.names = List.copyOf(correlations.keySet());
    this.factor = cholesky(new ArrayList<>(correlations.values()));
  }

  int size() {
    return names.size();
  }

  /** Position of a variable, -1 if it is not latent. */
  int position(String name) {
    return names.indexOf(name);
  }

  /** Draws every variable once. */
  double[] draw(RandomGenerator random) {
    return names.isEmpty() ? new double[0] : drawAfter(random.nextGaussian(), random);
  }

  /** Draws every variable once, the first one given: those tied to it follow it. */
  double[] drawAfter(double first, RandomGenerator random) {
    int n = names.size();
    double[] noise = new double[n];
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      noise[i] = i == 0 ? first : random.nextGaussian();
      double sum = 0;
      double[] row = factor[i];
      for (int j = 0; j <= i; j++) {
        sum += row[j] * noise[j];
      }
      z[i] = sum;
    }
    return z;
  }

  /** The lower triangular factor of the correlation matrix. */
  private static double[][] cholesky(List<double[]> below) {
    int n = below.size();
    double[][] factor = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      double squares = 0;
      for (int j = 0; j < i; j++) {
        double sum = below.get(i)[j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * factor[j][k];
        }
        row[j] = sum / factor[j][j];
        squares += row[j] * row[j];
      }
      if (squares >= 1) {
        throw new IllegalStateException("Correlations are not positive definite at row " + i);
      }
      row[i] = Math.sqrt(1 - squares);
      factor[i] = row;
    }
    return factor;
  }
}
