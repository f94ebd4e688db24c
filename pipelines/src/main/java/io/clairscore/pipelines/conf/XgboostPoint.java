package io.clairscore.pipelines.conf;

/**
 * Everything one fit of gradient-boosted trees is told, by XGBoost's names: a point of a grid or of
 * a search.
 *
 * @param rounds most boosting rounds
 * @param earlyStoppingRounds rounds without improvement after which the fit stops
 * @param earlyStoppingShare share of the training rows on which improvement is judged
 * @param eta learning rate
 * @param maxDepth depth of the trees
 * @param minChildWeight least hessian of a leaf
 * @param subsample share of rows of a round
 * @param colsampleBytree share of columns of a tree
 * @param lambda L2 penalty
 * @param alpha L1 penalty
 * @param maxBin histogram bins
 */
public record XgboostPoint(
    int rounds,
    int earlyStoppingRounds,
    double earlyStoppingShare,
    double eta,
    int maxDepth,
    double minChildWeight,
    double subsample,
    double colsampleBytree,
    double lambda,
    double alpha,
    int maxBin) {

  /** This point at another pace. */
  public XgboostPoint paced(int mostRounds, double learningRate, int patience) {
    return new XgboostPoint(
        mostRounds,
        patience,
        earlyStoppingShare,
        learningRate,
        maxDepth,
        minChildWeight,
        subsample,
        colsampleBytree,
        lambda,
        alpha,
        maxBin);
  }

  /** This point at the pace of fits that are only compared. */
  public XgboostPoint paced(FastBoostingConf fast) {
    return paced(rounds, fast.eta(), fast.earlyStoppingRounds());
  }

  /** This point with trees that see another share of the features. */
  public XgboostPoint seeing(double columnShare) {
    return at(maxDepth, minChildWeight, subsample, columnShare, lambda, alpha);
  }

  /** This point with other values of all that a search varies. */
  public XgboostPoint at(
      int depth,
      double leastChildWeight,
      double rowShare,
      double columnShare,
      double l2,
      double l1) {
    return new XgboostPoint(
        rounds,
        earlyStoppingRounds,
        earlyStoppingShare,
        eta,
        depth,
        leastChildWeight,
        rowShare,
        columnShare,
        l2,
        l1,
        maxBin);
  }
}
