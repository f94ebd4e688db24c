package io.clairscore.drift.verdict;

import io.clairscore.drift.verdict.Event.Kind;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what happened in a column, by what was counted of it. */
final class Events {
  /** A value that nearly everybody had is no fault if now everybody has it. */
  private static final double NEARLY_ALL = 0.8;

  /**
   * A mean or median that moved by less, in standard deviations of the reference, tells nothing.
   */
  private static final double MOVED = 0.05;

  /** A half row in each cell keeps the weight of an empty one finite. */
  private static final double HALF = 0.5;

  private static final Set<Cell.Kind> OF_VALUES =
      Set.of(Cell.Kind.VALUE, Cell.Kind.CATEGORY, Cell.Kind.MISSING, Cell.Kind.SENTINEL);

  private final String name;
  private final Measurement measured;
  private final Side before;
  private final Side after;
  private final boolean drifted;
  private final Vocabulary words;

  private Events(String name, Measurement measured, boolean drifted, Vocabulary words) {
    this.name = name;
    this.measured = measured;
    this.before = measured.reference();
    this.after = measured.current();
    this.drifted = drifted;
    this.words = words;
  }

  /**
   * What happened.
   *
   * @param decisive the check that decided, if there is one
   */
  static Event of(String name, Measurement measured, Optional<Check> decisive, Vocabulary words) {
    boolean drifted = decisive.filter(check -> check.severity().drifted()).isPresent();
    return new Events(name, measured, drifted, words).event(decisive);
  }

  private Event event(Optional<Check> decisive) {
    return switch (measured.status()) {
      case ABSENT -> Event.of(Kind.GONE, Double.NaN, Double.NaN);
      case TYPE_CHANGED -> Event.of(Kind.TYPE_CHANGED, Double.NaN, Double.NaN);
      case COMPARED -> {
        if (drifted && isEmptied()) {
          yield Event.of(Kind.EMPTIED, known(before), known(after));
        }
        yield drifted && isConstant() ? constant() : told(decisive.map(Check::measure));
      }
      default -> Event.NONE;
    };
  }

  private Event told(Optional<Statistic> measure) {
    if (measure.isEmpty()) {
      return Event.NONE;
    }
    return switch (measure.get()) {
      case MISSING -> Event.of(Kind.KNOWN, known(before), known(after));
      case SENTINELS -> Event.of(Kind.NO_DATE, noDate(before), noDate(after));
      case INFINITE -> Event.of(Kind.INFINITE, infinite(before), infinite(after));
      case NEW_CATEGORIES -> named(Kind.NEW_VALUES, measured.appeared(), 0, share(after));
      case LOST_CATEGORIES -> named(Kind.LOST_VALUES, measured.lost(), share(before), 0);
      default -> measured.rule() == TestChoice.CONTINUOUS ? moved() : ofCells();
    };
  }

  private boolean isEmptied() {
    return after.missing() == after.rows() && before.missing() < before.rows();
  }

  private boolean isConstant() {
    int values =
        after.distinct() + (after.sentinels() > 0 ? 1 : 0) + (after.infinite() > 0 ? 1 : 0);
    if (values != 1 || before.distinct() < 2) {
      return false;
    }
    if (measured.rule() == TestChoice.CONTINUOUS) {
      return true;
    }
    long present = before.rows() - before.missing();
    return onlyCell().map(cell -> cell.reference() < NEARLY_ALL * present).orElse(false);
  }

  private Optional<Cell> onlyCell() {
    return measured.cells().stream()
        .filter(cell -> cell.kind() != Cell.Kind.MISSING && cell.current() > 0)
        .findFirst();
  }

  private Event constant() {
    double number = after.sentinels() > 0 ? Double.NaN : after.median();
    Text value =
        onlyCell()
            .filter(cell -> cell.kind() == Cell.Kind.CATEGORY)
            .map(cell -> words.value(name, cell.category()))
            .orElse(null);
    return new Event(Kind.CONSTANT, value, words.unit(name), Double.NaN, number);
  }

  /** The value whose share tells most of the change: its term in the stability index. */
  private Event ofCells() {
    List<Cell> cells =
        measured.cells().stream().filter(cell -> OF_VALUES.contains(cell.kind())).toList();
    Optional<Cell> most = cells.stream().max(Comparator.comparingDouble(this::weight));
    if (most.isEmpty()) {
      return Event.NONE;
    }
    Cell cell = most.get();
    double from = cell.reference() / measured.referenceInCells();
    double to = cell.current() / measured.currentInCells();
    return switch (cell.kind()) {
      case MISSING -> Event.of(Kind.KNOWN, known(before), known(after));
      case SENTINEL -> Event.of(Kind.NO_DATE, noDate(before), noDate(after));
      case VALUE -> ofValue(cell.from(), from, to);
      default -> new Event(Kind.SHARE, words.value(name, cell.category()), Unit.RATIO, from, to);
    };
  }

  private Event ofValue(double value, double from, double to) {
    if (words.unit(name) == Unit.FLAG) {
      return Event.of(Kind.YES, before.mean(), after.mean());
    }
    String number = value == Math.rint(value) ? Long.toString((long) value) : value + "";
    Text label = new Text(number.replace('.', ','), number);
    return new Event(Kind.VALUE, label, Unit.RATIO, from, to);
  }

  private double weight(Cell cell) {
    double from = (cell.reference() + HALF) / measured.referenceInCells();
    double to = (cell.current() + HALF) / measured.currentInCells();
    return (to - from) * Math.log(to / from);
  }

  private Event moved() {
    double scale = before.standardDeviation();
    if (!drifted || !(scale > 0) || Math.abs(after.median() - before.median()) >= MOVED * scale) {
      return inUnit(Kind.MEDIAN, before.median(), after.median());
    }
    double known = Math.abs(known(after) - known(before));
    if (known >= MOVED) {
      return Event.of(Kind.KNOWN, known(before), known(after));
    }
    return Math.abs(after.mean() - before.mean()) >= MOVED * scale
        ? inUnit(Kind.MEAN, before.mean(), after.mean())
        : inUnit(Kind.SPREAD, scale, after.standardDeviation());
  }

  private Event inUnit(Kind kind, double from, double to) {
    return new Event(kind, null, words.unit(name), from, to);
  }

  private Event named(Kind kind, List<CategoryRows> categories, double from, double to) {
    return new Event(kind, words.value(name, categories.get(0).category()), Unit.RATIO, from, to);
  }

  private double share(Side side) {
    List<CategoryRows> only = side == after ? measured.appeared() : measured.lost();
    return only.stream().mapToLong(CategoryRows::rows).sum()
        / (double) (side.rows() - side.missing());
  }

  private static double known(Side side) {
    return 1 - side.missingShare();
  }

  private static double noDate(Side side) {
    return (double) side.sentinels() / side.rows();
  }

  private static double infinite(Side side) {
    return (double) side.infinite() / side.rows();
  }
}
