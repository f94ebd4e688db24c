package io.clairscore.features.dictionary;

import io.clairscore.features.catalogue.Aggregate;
import io.clairscore.features.catalogue.Category;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tables of words from which texts of features are composed. */
final class Wording {
  /** Where a noun leaves place for an adjective. */
  private static final String ADJECTIVE = " {}";

  /** Stands in filters.tsv for "every row". */
  private static final String ANY = "*";

  final TextTable groups = read("groups.tsv", 1);

  /** Labels of features that composition would make awkward. */
  final TextTable features = read("features.tsv", 1);

  final TextTable filters = read("filters.tsv", 3);
  final TextTable quantities = read("quantities.tsv", 2);
  final TextTable grammar = read("grammar.tsv", 2);
  final TextTable phrases = read("phrases.tsv", 3);
  final TextTable shares = read("shares.tsv", 2);
  final TextTable derived = read("derived.tsv", 2);
  final TextTable aggregates = read("aggregates.tsv", 1);

  /** Words of the generated pages. */
  final TextTable headings = read("headings.tsv", 1);

  /** The rows that pass a filter, as a plural without article. */
  Text rows(Table table, Optional<Category> filter) {
    String column = filter.map(kept -> kept.column().name()).orElse(ANY);
    String value = filter.map(Category::value).orElse(ANY);
    return filters.text("rows", table.schema().name(), column, value);
  }

  /** Words of the generated pages. */
  Text heading(String key) {
    return headings.text("label", key);
  }

  Text share(CategoryColumn column) {
    return shares.text("label", column.table(), column.name());
  }

  Text derived(String text, Table table, String quantity) {
    return derived.text(text, table.schema().name(), quantity);
  }

  Text aggregate(String text, String key) {
    return aggregates.text(text, key);
  }

  /** Label of an aggregate of a quantity: the phrase written for it, or noun and grammar. */
  String aggregated(
      Table table,
      String quantity,
      Aggregate aggregate,
      Language language,
      Map<String, String> slots) {
    String source = table.schema().name();
    if (phrases.has(source, quantity, aggregate.name())) {
      Text phrase = phrases.text("label", source, quantity, aggregate.name());
      return fill(phrase.in(language), slots);
    }
    Map<String, String> all = new LinkedHashMap<>(slots);
    all.put("noun", quantities.text("noun", source, quantity).in(language));
    String kind = quantities.cell("class", source, quantity);
    return fill(grammar.text("label", kind, aggregate.name()).in(language), all);
  }

  /**
   * The pattern with its slots filled and a capital first: {@code {rows}} stands for a text, {@code
   * {noun+moyen}} for a noun with an adjective at the place the noun leaves for it ({@code nombre
   * {} de retraits} gives {@code nombre moyen de retraits}).
   *
   * @throws IllegalStateException if a slot has no text
   */
  static String fill(String pattern, Map<String, String> slots) {
    return FirstLetter.capital(
        Slots.fill(
            pattern,
            slot -> {
              String[] parts = slot.split("\\+", 2);
              String text = slots.get(parts[0]);
              String adjective = parts.length == 1 ? "" : " " + parts[1];
              return text == null ? null : text.replace(ADJECTIVE, adjective);
            }));
  }

  private static TextTable read(String name, int keyColumns) {
    return TextTable.read(Wording.class, name, keyColumns);
  }
}
