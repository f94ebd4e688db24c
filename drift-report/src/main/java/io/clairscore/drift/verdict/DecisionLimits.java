package io.clairscore.drift.verdict;

/**
 * What moves the decisions of a model so far that it is an alarm. Of two limits, from the first on
 * it is one, from the second on the model is to be trained again.
 *
 * @param scorePsi stability index of the score
 * @param refusals change of the refusal rate of all clients, 1 being all
 * @param segmentShare part of the current clients that a segment needs to be looked at
 * @param segmentRefusals change of its refusal rate from which on a segment raises an alarm
 * @param meanScore shift of the mean score, in points, from which on one drifting column among the
 *     most important does
 * @param costMargins by how many of its 95 % margins the estimated cost may be worse
 * @param refusedRows part of the rows of a table that ingest refused from which on the source
 *     counts as broken
 */
public record DecisionLimits(
    Bands scorePsi,
    Bands refusals,
    double segmentShare,
    double segmentRefusals,
    double meanScore,
    double costMargins,
    double refusedRows) {

  /** See the decision on the two verdicts. */
  public static final DecisionLimits STANDARD =
      new DecisionLimits(new Bands(0.10, 0.25), new Bands(0.02, 0.05), 0.05, 0.02, 2, 1, 0.05);

  public DecisionLimits {
    share("segmentShare", segmentShare);
    share("segmentRefusals", segmentRefusals);
    share("refusedRows", refusedRows);
    positive("meanScore", meanScore);
    positive("costMargins", costMargins);
  }

  private static void share(String name, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " is " + share + ", not above 0 and at most 1");
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " is " + value + ", not above 0");
    }
  }
}
