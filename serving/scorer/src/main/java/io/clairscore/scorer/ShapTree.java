package io.clairscore.scorer;

/**
 * One tree, prepared for {@link ShapWalk}: what no row changes. {@link ShapTreeLayout} fills it.
 *
 * <p>Let each feature be known with probability t, independently of the others. The expected value
 * of the tree is then a polynomial in t, and the Shapley value of a feature is the integral over t
 * from 0 to 1 of what knowing it adds (Owen, "Multilinear extensions of games", 1972). With d
 * distinct features on the longest path that integrand has degree d - 1 at most, so d / 2 nodes of
 * {@link Quadrature} give it exactly; the XGBoost project computes contributions in the same way
 * since 3.3 ("QuadratureTreeSHAP"). Three nodes are taken at a time, enough for depth 6; deeper
 * trees are walked again with the next three.
 *
 * <p>A place is a node other than the two leaves below a twig: the root is place 0, and the places
 * of two children stand side by side. Splits before {@link #inner} have a split below them, and
 * stand above it in the arrays; the others are twigs, both of whose children are leaves.
 */
final class ShapTree {
  /** Nodes of the quadrature that one walk takes together. */
  static final int LANES = 3;

  /** Lanes of a split on a feature that is surely not known where the split is reached. */
  static final double[] UNKNOWN = new double[2 * LANES * walks(EnsembleLayout.MAX_DEPTH)];

  /**
   * That a feature split the path before.
   *
   * @param edge place below the nearest of those splits
   * @param lanes of this split if the row follows all of those; else they are {@link #UNKNOWN}
   */
  record Repeat(int edge, double[] lanes) {}

  final int places;
  final int inner;

  /** Lanes of a split on a feature that did not split its path before. */
  final double[] lanes;

  /** Per split: slot (see {@link TreeEnsemble}), {@link SplitKeys} of the threshold, place. */
  final int[] slots;

  final int[] thresholds;
  final int[] at;

  /** Per split, null if its feature did not split its path before. */
  final Repeat[] repeats;

  /**
   * Where runs of inner splits end: plain ones, repeats, plain ones, and so on. Twigs stand in two
   * runs, the first {@link #plainTwigs} long.
   */
  final int[] runs;

  final int plainTwigs;

  /** Per inner split: the place of its left child. */
  final int[] children;

  /** Per inner split, of the training rows there, those that went left, and those that did not. */
  final double[] shares;

  /** Per twig: mean value of its leaves over the training rows. */
  final double[] means;

  /** Per twig, the value of its left leaf, and of its right leaf, less the mean. */
  final double[] steps;

  /** Places of the leaves that stand beside a split, and their values. */
  final int[] leafPlaces;

  final double[] leafValues;

  ShapTree(int places, int[] runs, int plainTwigs, int twigs, int leaves, double[] lanes) {
    this.places = places;
    this.runs = runs;
    this.plainTwigs = plainTwigs;
    inner = runs[runs.length - 1];
    this.lanes = lanes;
    slots = new int[inner + twigs];
    thresholds = new int[inner + twigs];
    at = new int[inner + twigs];
    repeats = new Repeat[inner + twigs];
    children = new int[inner];
    shares = new double[2 * inner];
    means = new double[twigs];
    steps = new double[2 * twigs];
    leafPlaces = new int[leaves];
    leafValues = new double[leaves];
  }

  /** Walks it takes to integrate exactly with so many distinct features on a path. */
  static int walks(int features) {
    return (features + 2 * LANES - 1) / (2 * LANES);
  }

  /**
   * For each three nodes of a quadrature: three chances that a feature is known where its split is
   * reached, then three weights of what knowing it adds there.
   *
   * @param share of the training rows at the first split on the feature, those that followed all
   *     its splits to this one (1 if this one is the first): a row that follows them comes here
   *     surely if the feature is known, and with this chance if not
   */
  static double[] lanes(Quadrature quadrature, double share) {
    int count = quadrature.nodes().length;
    double[] lanes = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double known = quadrature.nodes()[i];
      double comes = known + share * (1 - known);
      int lane = i / LANES * 2 * LANES + i % LANES;
      lanes[lane] = known / comes;
      // The earlier splits account for the rest of the derivative: for two splits with shares y and
      // z, both parts add up to 1 - y z, the derivative of the chance y z (1 - t) + t to pass both.
      lanes[lane + LANES] = quadrature.weights()[i] * share / (comes * comes);
    }
    return lanes;
  }
}
