package io.clairscore.drift.history;

import io.clairscore.drift.verdict.DriftPolicy;
import java.util.List;

/**
 * The verdicts of dated reports, oldest first.
 *
 * @param policy of the newest report
 * @param windows one per report, at least one
 * @param columns those called drifted in any window: most severe now first
 */
public record DriftHistory(DriftPolicy policy, List<Window> windows, List<ColumnHistory> columns) {

  public DriftHistory {
    windows = List.copyOf(windows);
    columns = List.copyOf(columns);
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("A history of no report");
    }
  }

  /** The newest window. */
  public Window latest() {
    return windows.get(windows.size() - 1);
  }
}
