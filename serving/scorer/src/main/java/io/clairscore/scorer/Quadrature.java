package io.clairscore.scorer;

/**
 * Gauss-Legendre quadrature on [0, 1]: n nodes integrate every polynomial up to degree 2 n - 1
 * exactly, as the sum of its values there times the weights.
 */
record Quadrature(double[] nodes, double[] weights) {

  /**
   * The nodes are the roots of the Legendre polynomial of that degree, found by Newton's method.
   */
  static Quadrature of(int count) {
    double[] nodes = new double[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      // Abramowitz and Stegun, 22.16.6: within the reach of Newton's method for every count.
      double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
      double slope = 0;
      for (int round = 0; round < 10; round++) {
        double before = 1;
        double here = x;
        for (int degree = 2; degree <= count; degree++) {
          double next = ((2 * degree - 1) * x * here - (degree - 1) * before) / degree;
          before = here;
          here = next;
        }
        slope = count * (x * here - before) / (x * x - 1);
        x -= here / slope;
      }
      nodes[i] = (1 - x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new Quadrature(nodes, weights);
  }
}
