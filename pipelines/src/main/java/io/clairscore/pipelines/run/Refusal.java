package io.clairscore.pipelines.run;

/**
 * A run that stops for a reason its user can act on. The message says the problem, its cause and
 * its remedy; it never carries personal data.
 */
public final class Refusal extends RuntimeException {
  private final ExitCode exitCode;

  public Refusal(ExitCode exitCode, String problem, String cause, String remedy) {
    super(message(problem, cause, remedy));
    this.exitCode = exitCode;
  }

  public Refusal(ExitCode exitCode, String problem, String cause, String remedy, Throwable origin) {
    super(message(problem, cause, remedy), origin);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  private static String message(String problem, String cause, String remedy) {
    return problem + "\n  Cause: " + cause + "\n  Remedy: " + remedy;
  }
}
