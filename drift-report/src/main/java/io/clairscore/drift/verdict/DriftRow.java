package io.clairscore.drift.verdict;

import io.clairscore.features.text.Text;
import java.util.Optional;

/**
 * The verdict on one column.
 *
 * @param importance share of the model's importance, NaN if unknown
 * @param rank place by importance from 1, 0 if unknown
 * @param effect how much the column moved the mean score, NaN if unknown
 * @param event what happened, as people would tell it
 */
public record DriftRow(
    String name,
    Text label,
    double importance,
    int rank,
    double effect,
    Measurement measured,
    ColumnEvent event,
    Severity severity,
    Action action) {

  /** The check that decided: the most severe, then the one farthest above its limit. */
  public Optional<Check> decisive() {
    return measured.decisive();
  }

  /** Whether the shares of missing values are called drift. */
  public boolean missingDrifted() {
    return measured.checks().stream()
        .anyMatch(check -> check.measure() == Statistic.MISSING && check.severity().drifted());
  }
}
