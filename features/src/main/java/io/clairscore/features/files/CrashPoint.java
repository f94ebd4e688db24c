package io.clairscore.features.files;

/**
 * Named moments between a first write and a last commit. A run whose environment names one in
 * {@value #VARIABLE} dies there as if its machine had: this is how recovery is tested.
 */
public final class CrashPoint {
  public static final String VARIABLE = "CLAIRSCORE_CRASH_AT";

  /** Exit status of a process that was killed, as a shell reports it. */
  private static final int KILLED = 137;

  private CrashPoint() {}

  /** Dies here without any clean-up if the environment says so, else does nothing. */
  public static void reach(String name) {
    if (name.equals(System.getenv(VARIABLE))) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
