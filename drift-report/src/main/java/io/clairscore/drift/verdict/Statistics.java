package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.clairscore.drift.json.FlatMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Every statistic computed of a column, whichever decides.
 *
 * @param figures those that apply
 */
public record Statistics(
    @JsonUnwrapped @JsonSerialize(using = FlatMap.class) Map<Statistic, Double> figures) {
  static final Statistics NONE = new Statistics(Map.of());

  public Statistics {
    Map<Statistic, Double> ordered = new EnumMap<>(Statistic.class);
    ordered.putAll(figures);
    figures = Collections.unmodifiableMap(ordered);
  }

  static Statistics of(ColumnPair pair) {
    Map<Statistic, Double> figures = new EnumMap<>(Statistic.class);
    for (Statistic statistic : Statistic.values()) {
      double figure = statistic.isComputed() ? statistic.of(pair) : Double.NaN;
      if (!Double.isNaN(figure)) {
        figures.put(statistic, figure);
      }
    }
    return new Statistics(figures);
  }

  /** NaN where it does not apply. */
  public double of(Statistic statistic) {
    return figures.getOrDefault(statistic, Double.NaN);
  }
}
