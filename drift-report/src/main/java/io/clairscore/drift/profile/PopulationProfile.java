package io.clairscore.drift.profile;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a population looks like.
 *
 * @param rows rows of the population
 * @param columns by name, in the order of the population; each has all the rows
 */
public record PopulationProfile(long rows, Map<String, ColumnProfile> columns)
    implements Serializable {

  public PopulationProfile {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    columns.forEach(
        (name, column) -> {
          if (column.rows() != rows) {
            throw ProfileErrors.otherRows(name, column.rows(), rows);
          }
        });
  }

  public Optional<ColumnProfile> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /**
   * The profile of both parts of a population.
   *
   * @throws IllegalArgumentException if the parts have other columns
   */
  public PopulationProfile plus(PopulationProfile other) {
    if (!columns.keySet().equals(other.columns.keySet())) {
      throw ProfileErrors.otherColumns(columns.keySet(), other.columns.keySet());
    }
    Map<String, ColumnProfile> sums = new LinkedHashMap<>();
    columns.forEach((name, column) -> sums.put(name, column.plus(other.columns.get(name))));
    return new PopulationProfile(rows + other.rows, sums);
  }
}
