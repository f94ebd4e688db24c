package io.clairscore.drift.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changed from one report to a later one.
 *
 * @param changes of the columns whose verdict changed, in the order of the later report
 * @param before the earlier verdict on the whole
 * @param after the later one
 */
public record ReportComparison(List<Change> changes, Severity before, Severity after) {

  public ReportComparison {
    changes = List.copyOf(changes);
  }

  /** How the verdict on a column changed. */
  public enum Kind {
    /** Drifted now, and did not before. */
    NEW,
    /** Drifted before, and does not now. */
    RESOLVED,
    /** Drifted before, and more severely now. */
    WORSENED,
    /** Drifted before, and less severely now. */
    EASED
  }

  /**
   * One column whose verdict changed; a column one report does not have counts as not computed
   * there.
   */
  public record Change(String column, Kind kind, Severity before, Severity after) {}

  public static ReportComparison of(DriftReport earlier, DriftReport later) {
    Set<String> names = new LinkedHashSet<>();
    later.rows().forEach(row -> names.add(row.name()));
    earlier.rows().forEach(row -> names.add(row.name()));
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      Severity before = severity(earlier, name);
      Severity after = severity(later, name);
      kind(before, after).ifPresent(kind -> changes.add(new Change(name, kind, before, after)));
    }
    return new ReportComparison(changes, earlier.verdict().severity(), later.verdict().severity());
  }

  /** The columns of one kind of change. */
  public List<String> columns(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).map(Change::column).toList();
  }

  private static Severity severity(DriftReport report, String name) {
    return report.row(name).map(DriftRow::severity).orElse(Severity.NOT_COMPUTED);
  }

  private static Optional<Kind> kind(Severity before, Severity after) {
    if (before.drifted() && after.drifted()) {
      int worse = after.compareTo(before);
      return worse == 0 ? Optional.empty() : Optional.of(worse > 0 ? Kind.WORSENED : Kind.EASED);
    }
    if (before.drifted() == after.drifted()) {
      return Optional.empty();
    }
    return Optional.of(after.drifted() ? Kind.NEW : Kind.RESOLVED);
  }
}
