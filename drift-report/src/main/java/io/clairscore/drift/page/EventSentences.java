package io.clairscore.drift.page;

import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Event;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.FirstLetter;

/** What happened in a column, in a sentence without a statistic. */
record EventSentences(Words words, Figures figures) {
  private static final double DAYS_OF_YEAR = 365.25;

  /** From so many days on a time is told in years. */
  private static final double MOST_DAYS = 730;

  private static final int DIGITS = 3;

  /** A change of less than half a percent rounds to nothing. */
  private static final double LEAST_CHANGE = 0.005;

  /** The sentence with the column it is about, without a full stop; empty if there is none. */
  String of(DriftRow row) {
    String event = event(row.event());
    return event.isEmpty()
        ? ""
        : words.say(Phrase.EVENT, "column", row.label().in(words.language()), "event", event);
  }

  /** What happened, without the column. */
  String event(Event event) {
    return switch (event.kind()) {
      case NONE -> "";
      case GONE -> words.say(Phrase.EVENT_GONE);
      case TYPE_CHANGED -> words.say(Phrase.EVENT_TYPE_CHANGED);
      case EMPTIED -> words.say(Phrase.EVENT_EMPTIED, "before", of100(event.before()));
      case CONSTANT -> words.say(Phrase.EVENT_CONSTANT, "value", constant(event));
      case INFINITE -> shares(Phrase.EVENT_INFINITE, event);
      case KNOWN -> known(event);
      case YES -> shares(Phrase.EVENT_YES, event);
      case NO_DATE -> shares(Phrase.EVENT_NO_DATE, event);
      case SHARE -> shares(Phrase.EVENT_SHARE, event);
      case VALUE -> shares(Phrase.EVENT_VALUE, event);
      case NEW_VALUES -> shares(Phrase.EVENT_NEW_VALUES, event);
      case LOST_VALUES -> shares(Phrase.EVENT_LOST_VALUES, event);
      case MEDIAN -> numbers(Phrase.EVENT_MEDIAN, event);
      case MEAN -> numbers(Phrase.EVENT_MEAN, event);
      case SPREAD -> numbers(Phrase.EVENT_SPREAD, event);
    };
  }

  private String known(Event event) {
    String before = of100(event.before());
    String after = of100(event.after());
    return before.equals(after)
        ? shares(Phrase.EVENT_KNOWN_SHARE, event)
        : words.say(Phrase.EVENT_KNOWN, "before", before, "after", after);
  }

  private String of100(double share) {
    return figures.count(100 * share);
  }

  private String constant(Event event) {
    if (event.value() != null) {
      return value(event);
    }
    return Double.isNaN(event.after())
        ? words.say(Phrase.NO_DATE)
        : inUnit(event.unit(), event.after(), event.after());
  }

  private String value(Event event) {
    return FirstLetter.small(event.value().in(words.language()));
  }

  private String shares(Phrase phrase, Event event) {
    return words.say(
        phrase,
        "value",
        event.value() == null ? "" : value(event),
        "before",
        figures.percent(event.before(), 1),
        "after",
        figures.percent(event.after(), 1));
  }

  private String numbers(Phrase phrase, Event event) {
    double most = Math.max(Math.abs(event.before()), Math.abs(event.after()));
    String text =
        words.say(
            phrase,
            "before",
            bare(event.unit(), event.before(), most),
            "after",
            inUnit(event.unit(), event.after(), most));
    double change = size(event.unit(), event.after()) / size(event.unit(), event.before()) - 1;
    boolean told = event.before() * event.after() > 0 && Math.abs(change) >= LEAST_CHANGE;
    return told ? text + ", " + figures.signedPercent(change, 0) : text;
  }

  /** Times before the application are negative in the data, and lengths of time for people. */
  private static double size(Unit unit, double value) {
    return isTime(unit) ? Math.abs(value) : value;
  }

  private static boolean isTime(Unit unit) {
    return unit == Unit.DAYS || unit == Unit.MONTHS;
  }

  private String bare(Unit unit, double value, double most) {
    double size = size(unit, value);
    return switch (unit) {
      case DAYS -> most >= MOST_DAYS ? figures.fixed(size / DAYS_OF_YEAR, 1) : figures.count(size);
      case MONTHS -> figures.number(size, 1);
      case MONEY -> figures.amount(value);
      default -> plain(value, most);
    };
  }

  /** Three digits of the larger number, or whole numbers where it has more or is one. */
  private String plain(double value, double most) {
    if (most == 0 || most >= 1000 || (value == Math.rint(value) && most == Math.rint(most))) {
      return figures.count(value);
    }
    int before = (int) Math.floor(Math.log10(most)) + 1;
    return figures.fixed(value, Math.max(0, DIGITS - before));
  }

  private String inUnit(Unit unit, double value, double most) {
    String number = bare(unit, value, most);
    double size = size(unit, value);
    if (unit == Unit.MONTHS) {
      return words.say(Phrase.TIME_MONTHS, "number", number);
    }
    if (unit != Unit.DAYS) {
      return number;
    }
    if (most < MOST_DAYS) {
      return words.say(
          figures.singular(size) ? Phrase.TIME_DAY : Phrase.TIME_DAYS, "number", number);
    }
    boolean one = figures.singular(size / DAYS_OF_YEAR);
    return words.say(one ? Phrase.TIME_YEAR : Phrase.TIME_YEARS, "number", number);
  }
}
