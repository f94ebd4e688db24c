package io.clairscore.drift.page;

import io.clairscore.drift.verdict.Cell;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Histogram;
import io.clairscore.drift.verdict.Measurement;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The columns of a report: a line each of those that were compared, a count of the others. */
final class ColumnViews {

  /**
   * A line of the table of columns.
   *
   * @param changes what changed in words, empty if nothing did
   * @param from what the left end of the drawing is called, empty if there is none
   * @param to the same for the right end
   */
  public record Row(
      String id, DriftRow of, String changes, Shapes.Shape shape, String from, String to) {}

  /** How many columns were not compared for the same reason. */
  public record LeftOut(RowStatus why, int columns) {}

  private final ColumnSentences sentences;
  private final Figures figures;
  private final List<Row> listed = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  ColumnViews(ColumnSentences sentences, Figures figures, DriftReport report) {
    this.sentences = sentences;
    this.figures = figures;
    Map<RowStatus, Integer> others = new LinkedHashMap<>();
    for (DriftRow row : report.rows()) {
      if (row.severity() == Severity.NOT_COMPUTED) {
        others.merge(row.measured().status(), 1, Integer::sum);
      } else {
        listed.add(row(row));
      }
    }
    others.forEach((why, columns) -> leftOut.add(new LeftOut(why, columns)));
  }

  List<Row> listed() {
    return listed;
  }

  /** The reasons of those that are not listed, most columns first. */
  List<LeftOut> leftOut() {
    return leftOut.stream()
        .sorted((one, other) -> Integer.compare(other.columns(), one.columns()))
        .toList();
  }

  /** Which columns of the table say something of some line: no column is dashes alone. */
  Map<String, Boolean> told() {
    Map<String, Boolean> told = new LinkedHashMap<>();
    told.put("changes", any(row -> !row.changes().isEmpty()));
    told.put("importance", any(row -> row.of().rank() > 0));
    told.put("effect", any(row -> Double.isFinite(row.of().effect())));
    told.put("shape", any(row -> !row.shape().isEmpty()));
    told.put(
        "missing",
        any(
            row -> {
              Measurement of = row.of().measured();
              return of.reference().missing() + of.current().missing() > 0;
            }));
    told.put("measure", any(row -> row.of().decisive().isPresent()));
    told.put(
        "psi", any(row -> Double.isFinite(row.of().measured().statistics().of(Statistic.PSI))));
    told.put("evidently", any(row -> row.of().measured().evidently().rule() != TestChoice.NONE));
    return told;
  }

  private boolean any(Predicate<Row> said) {
    return listed.stream().anyMatch(said);
  }

  private Row row(DriftRow row) {
    Histogram histogram = row.measured().histogram();
    Shapes.Shape shape = Shapes.of(histogram);
    String id = "v" + listed.size();
    String changes = sentences.changes(row);
    if (shape.isEmpty()) {
      return new Row(id, row, changes, shape, "", "");
    }
    if (Double.isFinite(histogram.from())) {
      return new Row(
          id, row, changes, shape, figures.value(histogram.from()), figures.value(histogram.to()));
    }
    List<Cell> cells = row.measured().cells();
    return new Row(
        id,
        row,
        changes,
        shape,
        sentences.cell(row.name(), cells.get(0)),
        sentences.cell(row.name(), cells.get(shape.bins() - 1)));
  }
}
