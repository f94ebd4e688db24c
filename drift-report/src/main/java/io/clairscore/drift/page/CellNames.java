package io.clairscore.drift.page;

import io.clairscore.drift.verdict.Cell;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cells of a column are called: values of the schema as people call them. */
final class CellNames {
  private final Set<String> flags = new HashSet<>();
  private final Map<String, CategoryColumn> categories = new HashMap<>();
  private final Phrases<CellPhrase> phrases;
  private final Figures figures;

  CellNames(Language language) {
    phrases = new Phrases<>(CellPhrase.class, "cells.tsv", language);
    figures = new Figures(language);
    // Applications come first: what they call a column, no other table calls otherwise.
    Arrays.stream(Table.values())
        .map(Table::schema)
        .forEach(
            schema -> {
              schema.numbers().stream()
                  .filter(of -> of.unit() == Unit.FLAG)
                  .forEach(of -> flags.add(of.name()));
              schema.categories().forEach(of -> categories.putIfAbsent(of.name(), of));
            });
    Catalogue.core().features().stream()
        .filter(of -> of.unit() == Unit.FLAG)
        .forEach(of -> flags.add(of.name()));
  }

  /** The name of a cell of a column; a category the schema does not have keeps its own. */
  String name(String column, Cell of) {
    return switch (of.kind()) {
      case RANGE -> range(of);
      case VALUE -> flags.contains(column) ? flag(of.from()) : figures.value(of.from());
      case CATEGORY -> category(column, of.category());
      case OTHERS -> phrases.say(CellPhrase.OTHERS);
      case SENTINEL -> phrases.say(CellPhrase.SENTINEL, "value", figures.value(of.from()));
      case INFINITE -> phrases.say(CellPhrase.INFINITE);
      case MISSING -> phrases.say(CellPhrase.MISSING);
    };
  }

  private String range(Cell of) {
    String from = figures.value(of.from());
    String to = figures.value(of.to());
    if (Double.isInfinite(of.from())) {
      return Double.isInfinite(of.to())
          ? phrases.say(CellPhrase.ALL)
          : phrases.say(CellPhrase.BELOW, "to", to);
    }
    return Double.isInfinite(of.to())
        ? phrases.say(CellPhrase.ABOVE, "from", from)
        : phrases.say(CellPhrase.RANGE, "from", from, "to", to);
  }

  private String flag(double value) {
    if (value == 1) {
      return phrases.say(CellPhrase.YES);
    }
    return value == 0 ? phrases.say(CellPhrase.NO) : figures.value(value);
  }

  private String category(String column, String category) {
    return Optional.ofNullable(categories.get(column))
        .filter(of -> of.values().contains(category))
        .map(of -> Texts.all().label(of, category).in(phrases.language()))
        .orElse(category);
  }
}
