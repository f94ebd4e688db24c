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
import java.util.stream.IntStream;

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

  /**
   * Columns that were not compared for the same reason.
   *
   * @param names who they are, empty if they are many
   */
  public record LeftOut(RowStatus why, int columns, String names) {}

  private static final int MOST_NAMES = 8;

  private final EventSentences events;
  private final CellNames cells;
  private final Figures figures;
  private final List<Row> listed = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  ColumnViews(Words words, Figures figures, CellNames cells, DriftReport report) {
    this.events = new EventSentences(words, figures);
    this.cells = cells;
    this.figures = figures;
    Map<RowStatus, List<String>> others = new LinkedHashMap<>();
    for (DriftRow row : report.rows()) {
      if (row.severity() == Severity.NOT_COMPUTED) {
        others
            .computeIfAbsent(row.measured().status(), status -> new ArrayList<>())
            .add(row.name());
      } else {
        listed.add(row(row));
      }
    }
    others.forEach(
        (why, names) ->
            leftOut.add(
                new LeftOut(
                    why,
                    names.size(),
                    names.size() <= MOST_NAMES ? String.join(", ", names) : "")));
  }

  /** What happened, if it is worth a sentence: a stable column has none. */
  static String changes(EventSentences events, DriftRow row) {
    return row.severity().compareTo(Severity.SLIGHT) < 0 ? "" : events.event(row.event());
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

  /** Which columns of the table, in order, say something of some line: none is empty. */
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

  /** Places from 1 of the columns of the table that hold numbers. */
  List<Integer> right() {
    return places(List.of("importance", "effect", "missing", "psi", "q"));
  }

  /** Place of the drawings in the table, 0 if there are none. */
  int drawings() {
    return places(List.of("shape")).stream().findFirst().orElse(0);
  }

  private List<Integer> places(List<String> wanted) {
    List<String> order = new ArrayList<>(List.of("name", "verdict"));
    told().forEach((column, said) -> order.addAll(said ? List.of(column) : List.of()));
    return IntStream.rangeClosed(1, order.size())
        .filter(at -> wanted.contains(order.get(at - 1)))
        .boxed()
        .toList();
  }

  private boolean any(Predicate<Row> said) {
    return listed.stream().anyMatch(said);
  }

  private Row row(DriftRow row) {
    Histogram histogram = row.measured().histogram();
    Shapes.Shape shape = Shapes.of(histogram);
    String id = "v" + listed.size();
    String changes = changes(events, row);
    if (shape.isEmpty()) {
      return new Row(id, row, changes, shape, "", "");
    }
    if (Double.isFinite(histogram.from())) {
      return new Row(
          id, row, changes, shape, figures.value(histogram.from()), figures.value(histogram.to()));
    }
    List<Cell> all = row.measured().cells();
    return new Row(
        id,
        row,
        changes,
        shape,
        cells.name(row.name(), all.get(0)),
        cells.name(row.name(), all.get(shape.bins() - 1)));
  }
}
