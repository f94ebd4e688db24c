package io.clairscore.drift.history;

import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import java.util.ArrayList;
import java.util.List;

/** What a report rests on. Where it changed, two verdicts are not of one measure. */
public enum Basis {
  /** The reference population: its rows, or how many of them lack a value. */
  REFERENCE,
  /** The model that weighs columns and scores. */
  MODEL,
  /** The limits, or whose rules decide. */
  RULES;

  /** What two reports do not have in common, in the order above. */
  public static List<Basis> changed(DriftReport earlier, DriftReport later) {
    List<Basis> changed = new ArrayList<>();
    if (earlier.referenceRows() != later.referenceRows() || !sameValues(earlier, later)) {
      changed.add(REFERENCE);
    }
    if (!earlier.provenance().model().equals(later.provenance().model())) {
      changed.add(MODEL);
    }
    if (!earlier.policy().equals(later.policy())) {
      changed.add(RULES);
    }
    return changed;
  }

  /**
   * Whether the columns both reports have are as full. A hash of the table would not do: it changes
   * when other clients are added to it.
   */
  private static boolean sameValues(DriftReport earlier, DriftReport later) {
    List<DriftRow> rows = later.rows();
    return rows.stream()
        .allMatch(
            row ->
                earlier
                    .row(row.name())
                    .map(before -> missing(before) == missing(row))
                    .orElse(true));
  }

  private static long missing(DriftRow row) {
    return row.measured().reference().missing();
  }
}
