package io.clairscore.service.population.told;

import io.clairscore.features.schema.Unit;
import io.clairscore.service.file.Label;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Sight;
import java.util.List;

/**
 * A column the population is explored by.
 *
 * @param key as it is asked for
 * @param unit of a number; null of a category
 * @param values of a category that may be asked for; none of a number
 */
public record ToldColumn(String key, Label label, @MayBeNull Unit unit, List<Value> values) {

  /** A value of a category. */
  public record Value(String value, Label label) {}

  public ToldColumn {
    values = List.copyOf(values);
  }

  public static ToldColumn of(ExploredColumn column, Sight sight) {
    return new ToldColumn(
        column.key(),
        Label.of(column.label()),
        column.scale().map(scale -> scale.unit()).orElse(null),
        column.values().stream()
            .filter(value -> column.tells(value, sight))
            .map(value -> new Value(value, Label.of(column.label(value))))
            .toList());
  }

  /** The column alone, where its values are told beside. */
  static ToldColumn named(ExploredColumn column) {
    return new ToldColumn(
        column.key(),
        Label.of(column.label()),
        column.scale().map(scale -> scale.unit()).orElse(null),
        List.of());
  }
}
