package io.clairscore.scorer;

/**
 * A bundle, or the model in it, that must not score anybody. The message says the problem, its
 * cause and its remedy.
 */
public final class BundleRefused extends RuntimeException {
  private final String problem;
  private final String reason;
  private final String remedy;

  BundleRefused(String problem, String reason, String remedy, Throwable origin) {
    super(problem + "\n  Cause: " + reason + "\n  Remedy: " + remedy, origin);
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  public String problem() {
    return problem;
  }

  /** The cause in words; {@link #getCause()} is the exception behind it, if there was one. */
  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
