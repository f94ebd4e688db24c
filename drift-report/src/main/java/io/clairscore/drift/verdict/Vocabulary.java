package io.clairscore.drift.verdict;

import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Text;
import java.util.Map;

/**
 * How people speak of the columns; what is not named here has the name of the data.
 *
 * @param labels by column
 * @param values labels of categories, by column
 * @param units of numbers, by column
 */
public record Vocabulary(
    Map<String, Text> labels, Map<String, Map<String, Text>> values, Map<String, Unit> units) {
  /** Nothing is known but the names of the data. */
  public static final Vocabulary NONE = new Vocabulary(Map.of(), Map.of(), Map.of());

  public Vocabulary {
    labels = Map.copyOf(labels);
    values = Map.copyOf(values);
    units = Map.copyOf(units);
  }

  Text label(String column) {
    return labels.getOrDefault(column, new Text(column, column));
  }

  Text value(String column, String category) {
    Text label = values.getOrDefault(column, Map.of()).get(category);
    if (label != null) {
      return label;
    }
    // The data may hold a category of spaces.
    String name = category.isBlank() ? "\"" + category + "\"" : category;
    return new Text(name, name);
  }

  Unit unit(String column) {
    return units.getOrDefault(column, Unit.RATIO);
  }
}
