package io.clairscore.drift.history;

import io.clairscore.drift.verdict.Severity;
import io.clairscore.features.text.Text;
import java.util.List;

/**
 * One column over all windows.
 *
 * @param severities by window; not computed where a report does not have the column
 * @param psi by window; NaN where there is none
 */
public record ColumnHistory(String name, Text label, List<Severity> severities, List<Double> psi) {

  public ColumnHistory {
    severities = List.copyOf(severities);
    psi = List.copyOf(psi);
    if (severities.size() != psi.size()) {
      throw new IllegalArgumentException(
          name + " has " + severities.size() + " verdicts and " + psi.size() + " figures");
    }
  }

  /** In how many windows the column is called drifted. */
  public int drifted() {
    return (int) severities.stream().filter(Severity::drifted).count();
  }

  public Severity worst() {
    return severities.stream().max(Severity::compareTo).orElse(Severity.NOT_COMPUTED);
  }

  public Severity latest() {
    return severities.get(severities.size() - 1);
  }
}
