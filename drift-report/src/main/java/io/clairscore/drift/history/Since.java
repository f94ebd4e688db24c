package io.clairscore.drift.history;

import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ReportComparison;
import java.time.LocalDate;
import java.util.List;

/**
 * What changed since an earlier report.
 *
 * @param date of that report
 * @param changes verdicts that changed
 * @param otherBasis what changed under the verdicts
 */
public record Since(LocalDate date, ReportComparison changes, List<Basis> otherBasis) {

  public Since {
    otherBasis = List.copyOf(otherBasis);
  }

  public static Since of(LocalDate date, DriftReport earlier, DriftReport later) {
    return new Since(date, ReportComparison.of(earlier, later), Basis.changed(earlier, later));
  }
}
