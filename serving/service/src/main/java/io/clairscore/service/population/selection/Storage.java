package io.clairscore.service.population.selection;

import java.util.Set;

/** How the published file holds the values of a column; missing is NULL, never NaN. */
public enum Storage {
  FLOAT("FLOAT") {
    @Override
    public Object bind(double value) {
      return (float) value;
    }
  },
  DOUBLE("DOUBLE"),
  WHOLE("INTEGER", "TINYINT", "SMALLINT", "BIGINT"),
  TEXT("VARCHAR"),
  FLAG("BOOLEAN");

  private final Set<String> types;

  Storage(String... types) {
    this.types = Set.of(types);
  }

  /** Whether it may be of that type of DuckDB. */
  public boolean admits(String type) {
    return types.contains(type);
  }

  /** A number to compare with the stored ones: with floats as the float it is. */
  public Object bind(double value) {
    return value;
  }
}
