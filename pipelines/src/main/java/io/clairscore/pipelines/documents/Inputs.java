package io.clairscore.pipelines.documents;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Table;
import io.clairscore.features.use.Ruling;
import io.clairscore.features.use.Use;
import io.clairscore.features.use.Uses;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.grid.Grid.Column;
import io.clairscore.scorer.Manifest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the table of uses says of the inputs that a model reads.
 *
 * @param names of the model's features
 */
record Inputs(List<String> names) {

  Inputs {
    names = List.copyOf(names);
  }

  static Inputs of(Manifest manifest) {
    return new Inputs(manifest.features());
  }

  /** Features of the model under a ruling; a feature outside the catalogue is under none. */
  long read(Use use) {
    return names.stream()
        .flatMap(name -> Catalogue.core().feature(name).stream())
        .filter(feature -> feature.ruling().use() == use)
        .count();
  }

  /** Features of the catalogue under a ruling. */
  static long known(Use use) {
    return Catalogue.core().features().stream()
        .map(Feature::ruling)
        .filter(ruling -> ruling.use() == use)
        .count();
  }

  /** Whether every input may be told as a reason. */
  boolean mayAllBeTold() {
    return read(Use.MEASURED) == 0 && read(Use.NEVER) == 0;
  }

  /** Which inputs decide, in a sentence. */
  String sentence(DocumentTexts texts) {
    return texts.say(
        mayAllBeTold() ? "inputs.told" : "inputs.full",
        "read",
        texts.count(names.size()),
        "all",
        texts.count(Catalogue.core().features().size()),
        "decides",
        texts.count(known(Use.DECIDES)),
        "measured",
        texts.count(read(Use.MEASURED)),
        "never",
        texts.count(read(Use.NEVER)));
  }

  /** How many features of the catalogue, and of the model, may be used in which way. */
  Grid counts(DocumentTexts texts) {
    return Grid.of(
        texts.say("table.inputs"),
        List.of(Use.values()),
        List.of(
            new Column<>(texts.say("column.use"), use -> use.label().in(texts.language())),
            new Column<>(texts.say("column.known"), use -> texts.count(known(use))),
            new Column<>(texts.say("column.read"), use -> texts.count(read(use)))));
  }

  /** Every ground for a ruling with what may be done for it, and the law, the strictest last. */
  static Grid uses(DocumentTexts texts) {
    Map<Ruling, Long> columns =
        Arrays.stream(Table.values())
            .flatMap(table -> table.schema().columns().stream())
            .collect(
                Collectors.groupingBy(
                    Uses.all()::of,
                    () ->
                        new TreeMap<>(
                            Comparator.comparing(Ruling::use).thenComparing(Ruling::ground)),
                    Collectors.counting()));
    return Grid.of(
        texts.say("table.uses"),
        List.copyOf(columns.entrySet()),
        List.of(
            column("use", texts, row -> row.getKey().use().label().in(texts.language())),
            column("columns", texts, row -> texts.count(row.getValue())),
            column("reason", texts, row -> row.getKey().ground().reason().in(texts.language())),
            column("law", texts, row -> row.getKey().ground().law().in(texts.language()))));
  }

  private static Column<Map.Entry<Ruling, Long>> column(
      String name, DocumentTexts texts, Function<Map.Entry<Ruling, Long>, String> cell) {
    return new Column<>(texts.say("column." + name), cell);
  }
}
