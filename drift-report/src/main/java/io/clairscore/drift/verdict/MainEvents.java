package io.clairscore.drift.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The drifted columns that are told first: those that moved the mean score most, where a model was
 * asked, or else in the order of the report. Columns made of one category each are told by the
 * column of all categories, if that is there: a list of loans of two types says one thing twice.
 */
final class MainEvents {
  private MainEvents() {}

  static List<DriftRow> of(List<DriftRow> rows) {
    List<DriftRow> drifted =
        rows.stream()
            .filter(row -> row.severity().drifted() && row.event().kind() != ColumnEvent.Kind.NONE)
            .toList();
    Map<DriftRow, Double> moved = new LinkedHashMap<>();
    for (DriftRow row : drifted) {
      DriftRow told = drifted.stream().filter(of -> isMadeOf(row, of)).findFirst().orElse(row);
      double effect = Double.isNaN(row.effect()) ? 0 : row.effect();
      moved.merge(told, effect, Double::sum);
    }
    List<DriftRow> main = new ArrayList<>(moved.keySet());
    // Stable: without effects the order stays that of the report.
    main.sort(Comparator.comparingDouble(row -> -Math.abs(moved.get(row))));
    return main;
  }

  /** Whether a column tells of one category of another. */
  private static boolean isMadeOf(DriftRow row, DriftRow of) {
    return of.measured().rule() == TestChoice.CATEGORIES
        && row != of
        && row.name().startsWith(of.name() + "_");
  }
}
