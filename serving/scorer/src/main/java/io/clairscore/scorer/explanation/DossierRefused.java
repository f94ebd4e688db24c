package io.clairscore.scorer.explanation;

/**
 * A dossier that must not be scored. The message says the problem, its cause and its remedy, and
 * carries no value of a cell.
 */
public final class DossierRefused extends RuntimeException {
  private final String problem;
  private final String reason;
  private final String remedy;

  DossierRefused(String problem, String reason, String remedy) {
    super(problem + "\n  Cause: " + reason + "\n  Remedy: " + remedy);
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  public String problem() {
    return problem;
  }

  /** The cause in words. */
  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
