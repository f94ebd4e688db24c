package io.clairscore.pipelines.drift;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Report;
import java.util.List;

/**
 * How a comparison ended.
 *
 * @param alarm whether it raises an alarm, the command's exit code 4
 * @param lines the summary for a person
 */
public record DriftSummary(boolean alarm, List<String> lines) implements Report {

  public DriftSummary {
    lines = List.copyOf(lines);
  }

  @Override
  public ExitCode exitCode() {
    return alarm ? ExitCode.DRIFT_ALARM : ExitCode.DONE;
  }
}
