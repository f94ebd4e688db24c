package io.clairscore.pipelines.drift;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Report;
import java.util.List;

/**
 * What a step of drift tells the person who asked for it.
 *
 * @param alarm whether there is an alarm that the command must end with
 * @param lines the summary
 */
public record DriftSummary(boolean alarm, List<String> lines) implements Report {
  public DriftSummary {
    lines = List.copyOf(lines);
  }

  /** A summary of what raises no alarm. */
  static DriftSummary of(List<String> lines) {
    return new DriftSummary(false, lines);
  }

  @Override
  public ExitCode exitCode() {
    return exitCode(alarm);
  }

  /** How a command ends. */
  static ExitCode exitCode(boolean alarm) {
    return alarm ? ExitCode.DRIFT_ALARM : ExitCode.DONE;
  }
}
