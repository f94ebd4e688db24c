package io.clairscore.pipelines.run;

import io.clairscore.features.refusal.Refusal;

/** How a command ended, for schedulers; the numbers never change meaning. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  DATA_REFUSED(3),
  DRIFT_ALARM(4),
  LOCKED(5),
  MODEL_REFUSED(6);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** How a command ends that refuses. */
  public static ExitCode of(Refusal.Kind kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case DATA -> DATA_REFUSED;
      case MODEL -> MODEL_REFUSED;
      case LOCKED -> LOCKED;
      case FAILED -> FAILED;
    };
  }

  /** Exit status of the process. */
  public int status() {
    return status;
  }
}
