package io.clairscore.drift.profile;

import java.io.Serializable;
import java.util.List;

/**
 * A column to profile.
 *
 * @param sentinels numbers that stand for something else than an amount, such as 365243 days
 */
public record ColumnSpec(String name, ColumnType type, List<Double> sentinels)
    implements Serializable {

  public ColumnSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A column without a name");
    }
    sentinels = sentinels.stream().map(x -> x + 0.0).distinct().sorted().toList();
    if (!type.isNumber() && !sentinels.isEmpty()) {
      throw new IllegalArgumentException("Column " + name + " of categories has sentinels");
    }
    if (sentinels.stream().anyMatch(x -> !Double.isFinite(x))) {
      throw new IllegalArgumentException("Column " + name + " has a sentinel that is not finite");
    }
  }

  public ColumnSpec(String name, ColumnType type) {
    this(name, type, List.of());
  }
}
