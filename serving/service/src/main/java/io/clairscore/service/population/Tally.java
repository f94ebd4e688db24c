package io.clairscore.service.population;

/**
 * How many clients there are in a place, and what was said and became of them.
 *
 * @param clients all of them
 * @param scored those the model decided about
 * @param refused those of them it refuses
 * @param known those whose outcome is known
 * @param defaults those of them who did not repay
 * @param probabilities sum of the probabilities of default of the scored
 */
public record Tally(
    long clients, long scored, long refused, long known, long defaults, double probabilities) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** What {@link TallyQuery} reads, in the order of the components. */
  static final String SQL =
      "count(*), count(\"decision\"), count_if(\"decision\" = 'REFUSED'), count(\"outcome\"),"
          + " coalesce(sum(\"outcome\"), 0), coalesce(sum(\"probability\"), 0)";

  /** Columns that are needed for it. */
  static final String COLUMNS = "\"decision\", \"outcome\", \"probability\"";

  Tally plus(Tally other) {
    return new Tally(
        clients + other.clients,
        scored + other.scored,
        refused + other.refused,
        known + other.known,
        defaults + other.defaults,
        probabilities + other.probabilities);
  }

  /** Share of the scored who are refused. */
  public Share refusalRate() {
    return new Share(refused, scored);
  }

  /** Share of those of known outcome who did not repay. */
  public Share defaultRate() {
    return new Share(defaults, known);
  }

  /** Mean probability of default of the scored, to nine decimals; NaN if there are none. */
  public double meanProbability() {
    // Sums of several threads differ in their last bits from one time to the next.
    return Math.rint(probabilities / scored * 1e9) / 1e9;
  }
}
