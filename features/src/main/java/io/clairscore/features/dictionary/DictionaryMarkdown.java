package io.clairscore.features.dictionary;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.text.Language;
import io.clairscore.features.use.Ground;
import io.clairscore.features.use.Ruling;
import io.clairscore.features.use.Uses;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the dictionary as Markdown, in one language. */
final class DictionaryMarkdown {
  private final Wording wording = new Wording();
  private final Catalogue catalogue;
  private final Language language;
  private final Texts texts = Texts.all();
  private final FeatureTexts featureTexts = FeatureTexts.core();
  private final StringBuilder page = new StringBuilder();

  DictionaryMarkdown(Catalogue catalogue, Language language) {
    this.catalogue = catalogue;
    this.language = language;
  }

  String write() {
    line("# " + heading("title"));
    line("");
    line(heading("intro"));
    line("");
    line("## " + heading("grounds"));
    line("");
    header("ground", "law");
    for (Ground ground : Ground.values()) {
      row(ground.reason().in(language), ground.law().in(language));
    }
    line("");
    line("## " + heading("columns"));
    for (Table table : Table.values()) {
      table(table);
    }
    line("");
    line("## " + heading("features"));
    for (BusinessGroup group : BusinessGroup.values()) {
      group(group);
    }
    return page.toString();
  }

  private void table(Table table) {
    section(texts.label(table).in(language) + " (`" + table.schema().name() + "`)");
    line(texts.description(table).in(language));
    line("");
    header("column", "label", "description", "unit", "values", "use", "ground");
    for (Column column : table.schema().columns()) {
      row(
          "`" + column.name() + "`",
          texts.label(column).in(language),
          texts.description(column).in(language),
          column instanceof NumberColumn number
              ? texts.label(number.unit()).in(language)
              : heading("category"),
          column instanceof CategoryColumn category ? values(category) : "",
          use(Uses.all().of(column)),
          ground(Uses.all().of(column)));
    }
  }

  private void group(BusinessGroup group) {
    List<Feature> features =
        catalogue.features().stream().filter(feature -> feature.group() == group).toList();
    section(featureTexts.label(group).in(language));
    line(featureTexts.description(group).in(language));
    line("");
    header("feature", "label", "description", "unit", "reads", "family", "use", "ground");
    for (Feature feature : features) {
      row(
          "`" + feature.name() + "`",
          featureTexts.label(feature).in(language),
          featureTexts.description(feature).in(language),
          texts.label(feature.unit()).in(language)
              + (feature.squared() ? ", " + heading("squared") : ""),
          reads(feature),
          feature.family(),
          use(feature.ruling()),
          ground(feature.ruling()));
    }
  }

  /** The columns a feature reads; the table whose rows it counts, if it reads none. */
  private static String reads(Feature feature) {
    return feature.lineage().isEmpty()
        ? "`" + feature.table().schema().name() + "`"
        : feature.lineage().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "));
  }

  private String values(CategoryColumn column) {
    return column.values().stream()
        .map(
            value ->
                "`" + value + "` " + texts.label(column, value).in(language) + bar(column, value))
        .collect(Collectors.joining(" · "));
  }

  /** What is ruled about a value, where it is stricter than what is ruled about its column. */
  private String bar(CategoryColumn column, String value) {
    Ruling ruling = Uses.all().of(column, value);
    return ruling.equals(Uses.all().of(column)) ? "" : " (" + use(ruling) + ")";
  }

  private String use(Ruling ruling) {
    return ruling.use().label().in(language);
  }

  private String ground(Ruling ruling) {
    return ruling.ground().reason().in(language);
  }

  private void section(String title) {
    line("");
    line("### " + title);
    line("");
  }

  private void header(String... keys) {
    row(Stream.of(keys).map(this::heading).toArray(String[]::new));
    row(Stream.of(keys).map(key -> "---").toArray(String[]::new));
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells).replace("\n", " ") + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private String heading(String key) {
    return wording.heading(key).in(language);
  }
}
