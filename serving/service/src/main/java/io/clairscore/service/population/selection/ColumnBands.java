package io.clairscore.service.population.selection;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * ColumnBands of numbers, one beside the other: the first holds what lies below the first edge,
 * band {@code i} what lies from edge {@code i - 1} on and below edge {@code i}, and the last what
 * lies from the last edge on.
 *
 * @param edges ascending; without any there is one band for all
 */
public record ColumnBands(List<Double> edges) {

  public ColumnBands {
    edges = List.copyOf(edges);
    for (int i = 1; i < edges.size(); i++) {
      if (!(edges.get(i - 1) < edges.get(i))) {
        throw new IllegalArgumentException("Edges ascend: " + edges);
      }
    }
  }

  public static ColumnBands at(double... edges) {
    return new ColumnBands(Arrays.stream(edges).boxed().toList());
  }

  /** Number of bands. */
  public int size() {
    return edges.size() + 1;
  }

  /** Where a band begins; empty for the first. */
  public OptionalDouble from(int band) {
    return band == 0 ? OptionalDouble.empty() : OptionalDouble.of(edges.get(band - 1));
  }

  /** Where a band ends; empty for the last. */
  public OptionalDouble to(int band) {
    return band == edges.size() ? OptionalDouble.empty() : OptionalDouble.of(edges.get(band));
  }

  /** The band of a value of a column, compared as the database compares. */
  public int of(ExploredColumn column, double value) {
    int band = 0;
    while (band < edges.size() && value >= number(column, edges.get(band))) {
      band++;
    }
    return band;
  }

  /** The band in SQL, NULL if the value is missing. */
  Sql sql(ExploredColumn column) {
    Sql known = edges.isEmpty() ? Sql.of("0") : between(column, 0, edges.size());
    return Sql.join("CASE WHEN ", column.sql(), " IS NOT NULL THEN ", known, " END");
  }

  /** Halves the edges again and again: a value is compared with few of them. */
  private Sql between(ExploredColumn column, int first, int last) {
    if (first == last) {
      return Sql.of(Integer.toString(first));
    }
    int middle = (first + last) >>> 1;
    return Sql.join(
        "CASE WHEN ",
        column.sql(),
        " < ",
        Sql.bound(column.storage().bind(edges.get(middle))),
        " THEN ",
        between(column, first, middle),
        " ELSE ",
        between(column, middle + 1, last),
        " END");
  }

  private static double number(ExploredColumn column, double edge) {
    return ((Number) column.storage().bind(edge)).doubleValue();
  }
}
