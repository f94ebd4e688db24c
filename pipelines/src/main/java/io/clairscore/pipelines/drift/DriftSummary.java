package io.clairscore.pipelines.drift;

import java.util.List;

/**
 * How a comparison ended.
 *
 * @param alarm whether it raises an alarm, the command's exit code 4
 * @param lines the summary for a person
 */
public record DriftSummary(boolean alarm, List<String> lines) {

  public DriftSummary {
    lines = List.copyOf(lines);
  }
}
