package io.clairscore.features.dictionary;

import io.clairscore.features.catalogue.Aggregate;
import io.clairscore.features.catalogue.Filter;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tables of words from which texts of features are composed. */
final class Wording {
  /** Stands in filters.tsv for "every row". */
  private static final String ANY = "*";

  private final TextTable groups = read("groups.tsv", 1);
  private final TextTable features = read("features.tsv", 1);
  private final TextTable filters = read("filters.tsv", 3);
  private final TextTable quantities = read("quantities.tsv", 2);
  private final TextTable grammar = read("grammar.tsv", 2);
  private final TextTable phrases = read("phrases.tsv", 3);
  private final TextTable shares = read("shares.tsv", 2);
  private final TextTable derived = read("derived.tsv", 2);
  private final TextTable aggregates = read("aggregates.tsv", 1);
  private final TextTable headings = read("headings.tsv", 1);

  TextTable groups() {
    return groups;
  }

  /** Labels of features that composition would make awkward. */
  TextTable features() {
    return features;
  }

  TextTable filters() {
    return filters;
  }

  TextTable quantities() {
    return quantities;
  }

  TextTable grammar() {
    return grammar;
  }

  TextTable phrases() {
    return phrases;
  }

  TextTable shares() {
    return shares;
  }

  TextTable derived() {
    return derived;
  }

  TextTable aggregates() {
    return aggregates;
  }

  /** The rows that pass a filter, as a plural without article. */
  Text rows(Table table, Optional<Filter> filter) {
    String column = filter.map(kept -> kept.column().name()).orElse(ANY);
    String value = filter.map(Filter::value).orElse(ANY);
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
      return Template.fill(phrase.in(language), slots);
    }
    Map<String, String> all = new LinkedHashMap<>(slots);
    all.put("noun", quantities.text("noun", source, quantity).in(language));
    String kind = quantities.cell("class", source, quantity);
    return Template.fill(grammar.text("label", kind, aggregate.name()).in(language), all);
  }

  private static TextTable read(String name, int keyColumns) {
    return TextTable.read(Wording.class, name, keyColumns);
  }
}
