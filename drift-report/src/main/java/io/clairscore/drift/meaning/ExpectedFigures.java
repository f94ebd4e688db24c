package io.clairscore.drift.meaning;

/**
 * Expected figures of a tally and how far chance may carry the realised ones from them. Outcomes
 * are independent given the probabilities, so variances add up; that of a ratio is the first-order
 * one.
 */
record ExpectedFigures(OutcomeTally outcomes, double falseNegative, double falsePositive) {
  /** Standard deviations on either side of a 95 % interval of the normal distribution. */
  static final double WIDTH = 1.959963984540054;

  EstimatedFigure of(OutcomeFigure figure, Interval realised) {
    return switch (figure) {
      case DEFAULT_RATE -> figure(figure, realised, defaults() / clients(), spread() / square());
      case COST_PER_CLIENT -> figure(figure, realised, cost() / clients(), costSpread() / square());
      case RECALL -> figure(figure, realised, recall(), recallSpread());
      case REFUSAL_RATE -> figure(figure, realised, refused().clients() / clients(), 0);
      case AUC -> figure(figure, realised, outcomes.auc(), aucSpread(outcomes.auc()));
    };
  }

  private static EstimatedFigure figure(
      OutcomeFigure figure, Interval realised, double expected, double variance) {
    return new EstimatedFigure(figure, realised, expected, WIDTH * Math.sqrt(variance));
  }

  private OutcomeTally.Side accepted() {
    return outcomes.accepted();
  }

  private OutcomeTally.Side refused() {
    return outcomes.refused();
  }

  private double clients() {
    return outcomes.clients();
  }

  private double square() {
    return clients() * clients();
  }

  private double defaults() {
    return accepted().defaults() + refused().defaults();
  }

  private double spread() {
    return accepted().spread() + refused().spread();
  }

  private double cost() {
    return falseNegative * accepted().defaults()
        + falsePositive * (refused().clients() - refused().defaults());
  }

  private double costSpread() {
    return falseNegative * falseNegative * accepted().spread()
        + falsePositive * falsePositive * refused().spread();
  }

  private double recall() {
    return refused().defaults() / defaults();
  }

  private double recallSpread() {
    double recall = recall();
    double missed = 1 - recall;
    return (missed * missed * refused().spread() + recall * recall * accepted().spread())
        / (defaults() * defaults());
  }

  /** Hanley and McNeil (1982), with the expected numbers of both outcomes. */
  private double aucSpread(double auc) {
    double bad = defaults();
    double good = clients() - bad;
    double both = auc * auc;
    double twoBad = auc / (2 - auc) - both;
    double twoGood = 2 * both / (1 + auc) - both;
    double sum = auc - both + Math.max(0, bad - 1) * twoBad + Math.max(0, good - 1) * twoGood;
    return sum / (bad * good);
  }
}
