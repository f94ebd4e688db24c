package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Text;

/**
 * What happened in a column, as people would tell it: no statistic.
 *
 * @param value label of the value or category it is about; null if it is about none
 * @param unit of the numbers before and after, and how they are read; shares have none
 * @param before a share of the clients, 1 being all, or a number in the unit
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Event(Kind kind, Text value, Unit unit, double before, double after) {
  /** Nothing that could be told. */
  public static final Event NONE = of(Kind.NONE, Double.NaN, Double.NaN);

  /** What kind of thing happened. */
  public enum Kind {
    NONE(false),
    /** The current population does not have the column. */
    GONE(true),
    /** Numbers on one side, categories on the other. */
    TYPE_CHANGED(true),
    /** The column is there, and nobody has a value any more. */
    EMPTIED(true),
    /** Everybody who has a value has the same one, and there were others. */
    CONSTANT(true),
    /** Infinite numbers: their share. */
    INFINITE(true),
    /** Share of the clients whose value is known. */
    KNOWN(false),
    /** Share of a category. */
    SHARE(false),
    /** Share of a number. */
    VALUE(false),
    /** Share of clients with the answer yes. */
    YES(false),
    /** Share of the source's code for no date. */
    NO_DATE(false),
    /** Share of rows in categories the reference does not have, the largest of which is named. */
    NEW_VALUES(false),
    /** Share of rows in categories that are no more, likewise. */
    LOST_VALUES(false),
    MEDIAN(false),
    MEAN(false),
    /** Standard deviation. */
    SPREAD(false);

    private final boolean fault;

    Kind(boolean fault) {
      this.fault = fault;
    }

    /** Whether the source is broken, rather than the clients others. */
    public boolean fault() {
      return fault;
    }
  }

  static Event of(Kind kind, double before, double after) {
    return new Event(kind, null, Unit.RATIO, before, after);
  }
}
