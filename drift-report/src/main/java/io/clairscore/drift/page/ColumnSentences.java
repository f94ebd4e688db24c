package io.clairscore.drift.page;

import io.clairscore.drift.verdict.CategoryRows;
import io.clairscore.drift.verdict.Cell;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Measurement;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Side;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened to a column in words and values of the data, without any statistic. */
final class ColumnSentences {
  /** Part of the reference's standard deviation below which a median or mean counts as the same. */
  private static final double LEAST_MOVE = 0.05;

  /** From so many times on, a ratio is no percentage that a person reads. */
  private static final double MOST_RATIO = 10;

  private static final int MOST_NAMES = 3;

  /** Shares that differ by less than one in so many are the same. */
  private static final double SAME = 1e6;

  private static final Set<Statistic> OF_VALUES =
      Set.of(Statistic.WASSERSTEIN, Statistic.JENSEN_SHANNON);

  private final Phrases<ColumnPhrase> phrases;
  private final Figures figures;
  private final ColumnVocabulary vocabulary;

  ColumnSentences(Language language) {
    phrases = new Phrases<>(ColumnPhrase.class, "sentences.tsv", language);
    figures = new Figures(language);
    vocabulary = new ColumnVocabulary(language);
  }

  /** What changed, empty of a column that is stable or was not compared. */
  String changes(DriftRow row) {
    Measurement of = row.measured();
    if (of.status() != RowStatus.COMPARED || row.severity().compareTo(Severity.SLIGHT) < 0) {
      return "";
    }
    List<String> told = new ArrayList<>();
    boolean missing = noticed(of, Set.of(Statistic.MISSING));
    if (missing) {
      told.add(
          say(
              ColumnPhrase.KNOWN,
              "before",
              figures.percent(1 - of.reference().missingShare(), 1),
              "after",
              figures.percent(1 - of.current().missingShare(), 1)));
    }
    if (noticed(of, Set.of(Statistic.NEW_CATEGORIES))) {
      told.add(say(ColumnPhrase.APPEARED, "names", names(row.name(), of.appeared())));
    }
    if (noticed(of, Set.of(Statistic.LOST_CATEGORIES))) {
      told.add(say(ColumnPhrase.LOST, "names", names(row.name(), of.lost())));
    }
    if (told.isEmpty() || noticed(of, OF_VALUES)) {
      moved(row.name(), of, missing).ifPresent(told::add);
    }
    return String.join(" ", told);
  }

  /** What a cell holds. */
  String cell(String column, Cell of) {
    return switch (of.kind()) {
      case RANGE -> range(of);
      case VALUE -> value(column, of.from());
      case CATEGORY -> vocabulary.category(column, of.category());
      case OTHERS -> say(ColumnPhrase.CELL_OTHERS);
      case SENTINEL -> say(ColumnPhrase.CELL_SENTINEL, "value", figures.value(of.from()));
      case INFINITE -> say(ColumnPhrase.CELL_INFINITE);
      case MISSING -> say(ColumnPhrase.CELL_MISSING);
    };
  }

  private static boolean noticed(Measurement of, Set<Statistic> measures) {
    return of.checks().stream()
        .anyMatch(
            check ->
                measures.contains(check.measure())
                    && check.severity().compareTo(Severity.SLIGHT) >= 0);
  }

  private Optional<String> moved(String column, Measurement of, boolean missingTold) {
    if (of.rule() == TestChoice.CONTINUOUS) {
      Side before = of.reference();
      Side after = of.current();
      double least = LEAST_MOVE * before.standardDeviation();
      if (Math.abs(after.median() - before.median()) > least) {
        return Optional.of(moved(column, ColumnPhrase.MEDIAN, before.median(), after.median()));
      }
      if (Math.abs(after.mean() - before.mean()) > least) {
        return Optional.of(moved(column, ColumnPhrase.MEAN, before.mean(), after.mean()));
      }
    }
    return cells(column, of, missingTold);
  }

  /** A figure before and after; what lies before the application has no sign a person reads. */
  private String moved(String column, ColumnPhrase what, double before, double after) {
    Optional<Unit> unit = vocabulary.unit(column);
    boolean ago = before <= 0 && after <= 0;
    double sign = 1;
    ColumnPhrase phrase = ColumnPhrase.MOVED;
    if (ago && unit.filter(Unit.DAYS::equals).isPresent()) {
      phrase = ColumnPhrase.MOVED_DAYS_BEFORE;
      sign = -1;
    } else if (ago && unit.filter(Unit.MONTHS::equals).isPresent()) {
      phrase = ColumnPhrase.MOVED_MONTHS_BEFORE;
      sign = -1;
    }
    return say(
        phrase,
        "what",
        say(what),
        "before",
        figures.value(sign * before),
        "after",
        figures.value(sign * after),
        "change",
        change(sign * before, sign * after));
  }

  private String change(double before, double after) {
    boolean percent = before > 0 && after > 0 && after / before < MOST_RATIO;
    return percent ? ", " + figures.signedPercent(after / before - 1, 0) : "";
  }

  /** The cell whose share changed most; of yes and no, yes. */
  private Optional<String> cells(String column, Measurement of, boolean missingTold) {
    boolean flag = vocabulary.unit(column).filter(Unit.FLAG::equals).isPresent();
    return of.cells().stream()
        .filter(cell -> !(missingTold && cell.kind() == Cell.Kind.MISSING))
        .filter(cell -> !(flag && cell.kind() == Cell.Kind.VALUE && cell.from() == 0))
        .max(
            Comparator.comparingLong((Cell cell) -> Math.round(SAME * moved(of, cell)))
                // Of two cells between which clients moved, the small one tells more.
                .thenComparing(cell -> -cell.reference() - cell.current()))
        .map(
            cell ->
                say(
                    ColumnPhrase.CLIENTS,
                    "name",
                    cell(column, cell),
                    "before",
                    figures.percent(cell.reference() / of.referenceInCells(), 1),
                    "after",
                    figures.percent(cell.current() / of.currentInCells(), 1)));
  }

  private static double moved(Measurement of, Cell cell) {
    return Math.abs(
        cell.reference() / of.referenceInCells() - cell.current() / of.currentInCells());
  }

  private String range(Cell of) {
    if (Double.isInfinite(of.from())) {
      return Double.isInfinite(of.to())
          ? say(ColumnPhrase.CELL_ALL)
          : say(ColumnPhrase.CELL_BELOW, "to", figures.value(of.to()));
    }
    return Double.isInfinite(of.to())
        ? say(ColumnPhrase.CELL_ABOVE, "from", figures.value(of.from()))
        : say(
            ColumnPhrase.CELL_RANGE,
            "from",
            figures.value(of.from()),
            "to",
            figures.value(of.to()));
  }

  private String value(String column, double value) {
    boolean flag = vocabulary.unit(column).filter(Unit.FLAG::equals).isPresent();
    if (flag && (value == 0 || value == 1)) {
      return say(value == 1 ? ColumnPhrase.CELL_YES : ColumnPhrase.CELL_NO);
    }
    return figures.value(value);
  }

  private String names(String column, List<CategoryRows> categories) {
    String first =
        categories.stream()
            .limit(MOST_NAMES)
            .map(
                of ->
                    vocabulary.category(column, of.category())
                        + " ("
                        + figures.percent(of.share(), 1)
                        + ")")
            .collect(Collectors.joining(", "));
    int more = categories.size() - MOST_NAMES;
    return more <= 0
        ? first
        : first + " " + say(ColumnPhrase.AND_MORE, "count", figures.count(more));
  }

  private String say(ColumnPhrase phrase, String... slots) {
    return phrases.say(phrase, slots);
  }
}
