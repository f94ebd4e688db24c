package io.clairscore.drift.page;

import io.clairscore.drift.verdict.CategoryRows;
import io.clairscore.drift.verdict.Cell;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Measurement;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Side;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.Statistics;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of one column: sentences, statistics, both sides, cells. */
final class DetailViews {
  private static final int MOST_NAMES = 5;

  private final Words words;
  private final Figures figures;
  private final RowViews rows;
  private final RuleSet rules;

  DetailViews(Words words, Figures figures, RowViews rows, RuleSet rules) {
    this.words = words;
    this.figures = figures;
    this.rows = rows;
    this.rules = rules;
  }

  Views.Detail detail(int place, DriftRow row) {
    Measurement measured = row.measured();
    Views.Shape shape = Shapes.of(measured.histogram(), figures);
    return new Views.Detail(
        "v" + place,
        row.name(),
        words.term(row.severity()),
        sentence(row),
        rule(measured),
        !shape.reference().isEmpty(),
        shape.from(),
        shape.to(),
        statistics(measured.statistics()),
        sides(measured),
        cells(measured.cells()));
  }

  private String rule(Measurement measured) {
    boolean theirs = rules == RuleSet.EVIDENTLY && measured.evidently().rule() != TestChoice.NONE;
    return words.term(theirs ? measured.evidently().rule() : measured.rule());
  }

  private String sentence(DriftRow row) {
    Measurement measured = row.measured();
    List<String> sentences = new ArrayList<>();
    if (measured.status() != RowStatus.COMPARED) {
      sentences.add(words.term(measured.status()));
    }
    RowViews.Decisive decisive = rows.decisive(row);
    if (!measured.checks().isEmpty()) {
      sentences.add(
          words.say(
              Phrase.SENTENCE_MEASURE,
              "measure",
              decisive.measure(),
              "score",
              decisive.score(),
              "limit",
              decisive.threshold()));
    }
    addRemarks(sentences, row);
    sentences.add(words.say(Phrase.SENTENCE_ACTION, "action", words.term(row.action())));
    return String.join(" ", sentences);
  }

  private void addRemarks(List<String> sentences, DriftRow row) {
    Measurement measured = row.measured();
    Statistics statistics = measured.statistics();
    if (row.missingDrifted()) {
      sentences.add(
          words.say(
              Phrase.SENTENCE_MISSING,
              "before",
              figures.percent(measured.reference().missingShare(), 1),
              "after",
              figures.percent(measured.current().missingShare(), 1)));
    }
    addNames(sentences, Phrase.SENTENCE_APPEARED, measured.appeared());
    addNames(sentences, Phrase.SENTENCE_LOST, measured.lost());
    if (row.severity() == Severity.INCONCLUSIVE) {
      sentences.add(
          words.say(
              Phrase.SENTENCE_SMALL,
              "critical",
              figures.statistic(statistics.of(Statistic.PSI_CRITICAL))));
    }
    if (measured.reference().distinct() == 1 && measured.current().distinct() == 1) {
      sentences.add(words.say(Phrase.SENTENCE_CONSTANT));
    }
    if (measured.relativeError() > 0) {
      sentences.add(
          words.say(Phrase.SENTENCE_SKETCH, "error", figures.percent(measured.relativeError(), 1)));
    }
    if (row.rank() > 0) {
      sentences.add(words.say(Phrase.SENTENCE_RANK, "rank", figures.count(row.rank())));
    }
    if (!Double.isNaN(row.effect())) {
      sentences.add(words.say(Phrase.SENTENCE_EFFECT, "points", figures.signed(row.effect(), 1)));
    }
  }

  private void addNames(List<String> sentences, Phrase phrase, List<CategoryRows> categories) {
    if (categories.isEmpty()) {
      return;
    }
    String names =
        categories.stream()
            .limit(MOST_NAMES)
            .map(
                category -> category.category() + " (" + figures.percent(category.share(), 1) + ")")
            .collect(Collectors.joining(", "));
    if (categories.size() > MOST_NAMES) {
      String more = figures.count(categories.size() - MOST_NAMES);
      names += " " + words.say(Phrase.SENTENCE_AND_MORE, "count", more);
    }
    sentences.add(words.say(phrase, "names", names));
  }

  private List<Entry> statistics(Statistics of) {
    return of.figures().entrySet().stream()
        .map(
            figure ->
                new Entry(
                    words.label(figure.getKey()),
                    figure.getKey().unit() == Statistic.Unit.P_VALUE
                        ? figures.probability(figure.getValue())
                        : figures.statistic(figure.getValue())))
        .toList();
  }

  /** A heading, then one figure per line with both sides; empty for categories. */
  private List<List<String>> sides(Measurement measured) {
    if (!measured.type().isNumber() || measured.status() != RowStatus.COMPARED) {
      return List.of();
    }
    Side left = measured.reference();
    Side right = measured.current();
    List<List<String>> sides = new ArrayList<>();
    sides.add(
        List.of(
            words.say(Phrase.POPULATION), words.say(Phrase.REFERENCE), words.say(Phrase.CURRENT)));
    if (left.sentinels() + right.sentinels() > 0) {
      sides.add(counts(Phrase.SENTINELS, left.sentinels(), right.sentinels()));
    }
    if (left.infinite() + right.infinite() > 0) {
      sides.add(counts(Phrase.INFINITE, left.infinite(), right.infinite()));
    }
    sides.addAll(
        List.of(
            counts(Phrase.DISTINCT, left.distinct(), right.distinct()),
            values(Phrase.MEAN, left.mean(), right.mean()),
            values(Phrase.DEVIATION, left.standardDeviation(), right.standardDeviation()),
            values(Phrase.MIN, left.min(), right.min()),
            values(Phrase.MEDIAN, left.median(), right.median()),
            values(Phrase.MAX, left.max(), right.max())));
    return sides;
  }

  private List<String> counts(Phrase name, long left, long right) {
    return List.of(words.say(name), figures.count(left), figures.count(right));
  }

  private List<String> values(Phrase name, double left, double right) {
    return List.of(words.say(name), figures.value(left), figures.value(right));
  }

  private List<Views.CellRow> cells(List<Cell> cells) {
    double reference = cells.stream().mapToLong(Cell::reference).sum();
    double current = cells.stream().mapToLong(Cell::current).sum();
    return cells.stream()
        .map(
            cell ->
                new Views.CellRow(
                    label(cell),
                    figures.count(cell.reference()),
                    figures.fixed(100 * cell.reference() / reference, 1),
                    figures.count(cell.current()),
                    figures.fixed(100 * cell.current() / current, 1)))
        .toList();
  }

  private String label(Cell cell) {
    return switch (cell.kind()) {
      case RANGE -> range(cell);
      case VALUE -> figures.value(cell.from());
      case CATEGORY -> cell.category();
      case OTHERS -> words.say(Phrase.CELL_OTHERS);
      case SENTINEL -> words.say(Phrase.CELL_SENTINEL, "value", figures.value(cell.from()));
      case INFINITE -> words.say(Phrase.CELL_INFINITE);
      case MISSING -> words.say(Phrase.CELL_MISSING);
    };
  }

  private String range(Cell cell) {
    String from = figures.value(cell.from());
    String to = figures.value(cell.to());
    boolean below = Double.isInfinite(cell.from());
    boolean above = Double.isInfinite(cell.to());
    if (below && above) {
      return words.say(Phrase.CELL_ALL);
    }
    if (below) {
      return words.say(Phrase.CELL_BELOW, "to", to);
    }
    return above
        ? words.say(Phrase.CELL_ABOVE, "from", from)
        : words.say(Phrase.CELL_RANGE, "from", from, "to", to);
  }
}
