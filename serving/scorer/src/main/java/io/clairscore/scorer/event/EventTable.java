package io.clairscore.scorer.event;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of events. Each has a number, a moment and a hash ({@link #NUMBER}, {@link #MOMENT},
 * {@link #HASH}), and columns of its own between them.
 *
 * @param name in both stores
 * @param columns its own, in the order in which the hash goes over them
 */
public record EventTable(String name, List<EventColumn> columns) {
  /** Number in the chain, from 1. */
  public static final String NUMBER = "event_id";

  /** Microseconds since 1970, UTC. */
  public static final String MOMENT = "occurred_at";

  /** SHA-256 over the hash before it and all other columns. */
  public static final String HASH = "hash";

  public EventTable {
    columns = List.copyOf(columns);
  }

  /** Adds a row: its parameters are number, moment, own columns, hash. */
  public String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(name, names(), names().replaceAll("[a-z_]+", "?"));
  }

  /** Reads rows, in the order of {@link #insert}. */
  public String select() {
    return "select " + names() + " from " + name;
  }

  private String names() {
    return Stream.of(
            Stream.of(NUMBER, MOMENT), columns.stream().map(EventColumn::name), Stream.of(HASH))
        .flatMap(names -> names)
        .collect(joining(", "));
  }
}
