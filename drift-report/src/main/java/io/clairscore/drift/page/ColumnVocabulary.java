package io.clairscore.drift.page;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Language;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the schema says of a column by its name: the unit of its numbers, what people call its
 * categories. Of a column it does not know, it says nothing.
 */
final class ColumnVocabulary {
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, CategoryColumn> categories = new HashMap<>();
  private final Language language;

  ColumnVocabulary(Language language) {
    this.language = language;
    // Applications come first: a column of theirs gives its name to no other.
    Arrays.stream(Table.values())
        .map(Table::schema)
        .forEach(
            schema -> {
              schema.numbers().forEach(of -> units.putIfAbsent(of.name(), of.unit()));
              schema.categories().forEach(of -> categories.putIfAbsent(of.name(), of));
            });
    Catalogue.core().features().forEach(of -> units.putIfAbsent(of.name(), of.unit()));
  }

  Optional<Unit> unit(String column) {
    return Optional.ofNullable(units.get(column));
  }

  /** What people call a category of a column: as it stands in the data, if the schema has none. */
  String category(String column, String category) {
    return Optional.ofNullable(categories.get(column))
        .filter(of -> of.values().contains(category))
        .map(of -> Texts.all().label(of, category).in(language))
        .orElse(category);
  }
}
