package io.clairscore.service.population.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A piece of SQL. Its text is made of constants of this program and names of the dictionary; what a
 * request says is among the values only.
 *
 * @param text with one question mark per value
 * @param values to bind, in their order: strings, integers, longs, floats or doubles
 */
public record Sql(String text, List<Object> values) {
  public static final Sql NOTHING = of("");

  public Sql {
    values = List.copyOf(values);
  }

  /** A stored column. Names of the dictionary hold no quotation mark. */
  public static String name(String stored) {
    return '"' + stored + '"';
  }

  /** A piece with its values. */
  public static Sql of(String text, Object... values) {
    return new Sql(text, List.of(values));
  }

  /** Texts and pieces one behind the other. */
  public static Sql join(Object... pieces) {
    StringBuilder text = new StringBuilder();
    List<Object> values = new ArrayList<>();
    for (Object piece : pieces) {
      if (piece instanceof Sql sql) {
        text.append(sql.text);
        values.addAll(sql.values);
      } else {
        text.append(piece);
      }
    }
    return new Sql(text.toString(), values);
  }

  /** Pieces with a separator between them. */
  public static Sql list(List<Sql> pieces, String separator) {
    return new Sql(
        pieces.stream().map(Sql::text).collect(Collectors.joining(separator)),
        pieces.stream().flatMap(piece -> piece.values.stream()).toList());
  }

  /** A piece for each thing, with a separator between them. */
  public static <T> Sql each(List<T> things, String separator, Function<T, Sql> piece) {
    return list(things.stream().map(piece).toList(), separator);
  }

  @Override
  public String toString() {
    // Values are about persons: what ends in a log does not hold them.
    return text + " with " + values.size() + " values";
  }

  /** As many question marks as there are values. */
  static Sql bound(Object... values) {
    return new Sql(
        Arrays.stream(values).map(value -> "?").collect(Collectors.joining(", ")), List.of(values));
  }
}
