package io.clairscore.features.dossier;

/**
 * A document that is not a dossier: says what is wrong and where, why, and what to do. It never
 * carries the value of a cell, because messages end in logs.
 */
public final class InvalidDossierException extends RuntimeException {
  private final String problem;
  private final String reason;
  private final String remedy;

  InvalidDossierException(String problem, String reason, String remedy) {
    this(problem, reason, remedy, null);
  }

  InvalidDossierException(String problem, String reason, String remedy, Throwable cause) {
    super(problem + "\n  Cause: " + reason + "\n  Remedy: " + remedy, cause);
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** What is wrong, and where in the document. */
  public String problem() {
    return problem;
  }

  /** Why it is wrong. */
  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
