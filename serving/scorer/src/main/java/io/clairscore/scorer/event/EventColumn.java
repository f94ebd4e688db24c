package io.clairscore.scorer.event;

import java.util.Objects;

/**
 * A column of a table of events.
 *
 * @param name in both stores
 * @param type of its cells
 * @param nullable whether a cell may be null
 */
public record EventColumn(String name, Type type, boolean nullable) {

  /** What a cell is in Java, if it is not null. */
  public enum Type {
    /** A {@link Long}. */
    WHOLE(Long.class),
    /** A finite {@link Double}. */
    REAL(Double.class),
    /** A {@link String}. */
    TEXT(String.class),
    /** A {@code byte[]}. */
    BYTES(byte[].class);

    private final Class<?> of;

    Type(Class<?> of) {
      this.of = of;
    }

    boolean holds(Object cell) {
      return of.isInstance(cell) && !(cell instanceof Double real && !Double.isFinite(real));
    }
  }

  public EventColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** Whether a cell belongs here. */
  public boolean takes(Object cell) {
    return cell == null ? nullable : type.holds(cell);
  }

  static EventColumn of(String name, Type type) {
    return new EventColumn(name, type, false);
  }

  static EventColumn optional(String name, Type type) {
    return new EventColumn(name, type, true);
  }
}
