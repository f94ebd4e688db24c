package io.clairscore.service.population.selection;

import io.clairscore.features.text.Text;
import java.util.function.Function;

/**
 * The words for a column.
 *
 * @param label a few words, without full stop
 * @param values label of each value of a category
 */
public record ColumnTexts(Text label, Function<String, Text> values) {

  /** The words for a number, which has no labelled values. */
  static ColumnTexts ofNumber(Text label) {
    return new ColumnTexts(
        label,
        value -> {
          throw new IllegalArgumentException("A number has no labelled values");
        });
  }
}
