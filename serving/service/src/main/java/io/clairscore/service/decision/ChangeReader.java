package io.clairscore.service.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.features.use.Ruling;
import io.clairscore.features.use.Uses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what is to be tried. Only what may decide can be tried, and only what the model reads:
 * nobody is to learn what another sex or age would have brought. Not thread-safe.
 */
final class ChangeReader {
  private final Set<Column> read;
  private final List<Objection> objections = new ArrayList<>();
  private final Map<Column, Double> cells = new LinkedHashMap<>();

  private ChangeReader(Set<Column> read) {
    this.read = read;
  }

  /** Columns of the application that a model reads and that may decide. */
  static Set<Column> changeable(Catalogue features) {
    return features.features().stream()
        .flatMap(feature -> feature.lineage().stream())
        .filter(column -> column.table().equals(Application.SCHEMA.name()))
        .filter(column -> column.role() == Column.Role.ATTRIBUTE)
        .filter(column -> Uses.all().of(column).decides())
        .collect(Collectors.toSet());
  }

  /**
   * Reads changes.
   *
   * @param changeable columns that may be tried
   * @param values what is to be tried, by name of the column; null for missing
   * @throws TrialRefused with everything that is wrong
   */
  static Changes read(Set<Column> changeable, Map<String, JsonNode> values) {
    ChangeReader reader = new ChangeReader(changeable);
    values.forEach(reader::add);
    if (values.isEmpty()) {
      reader.objections.add(Objection.of("", Objection.Kind.NO_CHANGE));
    }
    TrialRefused.unlessEmpty(reader.objections);
    return new Changes(reader.cells);
  }

  private void add(String name, JsonNode value) {
    Column column = Application.SCHEMA.column(name).orElse(null);
    if (column == null) {
      objections.add(Objection.of("", Objection.Kind.UNKNOWN_COLUMN));
      return;
    }
    Ruling ruling = Uses.all().of(column);
    if (column.role() != Column.Role.ATTRIBUTE) {
      object(column, Objection.Kind.NOT_CHANGEABLE);
    } else if (!ruling.decides()) {
      object(column, Objection.Kind.MAY_NOT_DECIDE, "ground", ruling.ground().reason());
    } else if (!read.contains(column)) {
      object(column, Objection.Kind.NOT_READ);
    } else if (column instanceof NumberColumn number) {
      number(number, value);
    } else {
      category((CategoryColumn) column, value);
    }
  }

  private void number(NumberColumn column, JsonNode value) {
    if (value == null || value.isNull()) {
      cells.put(column, Double.NaN);
    } else if (!value.isNumber()) {
      object(column, Objection.Kind.NOT_A_NUMBER);
    } else if (column.accepts(value.doubleValue())) {
      cells.put(column, value.doubleValue());
    } else if (column.integer() && value.doubleValue() != Math.rint(value.doubleValue())) {
      object(column, Objection.Kind.NOT_WHOLE);
    } else {
      objections.add(
          new Objection(
              column.name(),
              Objection.Kind.OUT_OF_RANGE,
              language -> {
                Figures figures = new Figures(language);
                return new String[] {
                  "label", label(column).in(language),
                  "least", figures.number(column.min(), 0),
                  "most", figures.number(column.max(), 0)
                };
              }));
    }
  }

  private void category(CategoryColumn column, JsonNode value) {
    if (value == null || value.isNull()) {
      cells.put(column, (double) CategoryColumn.MISSING);
      return;
    }
    if (!value.isTextual()) {
      object(column, Objection.Kind.NOT_A_TEXT);
      return;
    }
    int code = column.code(value.textValue());
    if (code < 0) {
      cells.put(column, (double) code);
      return;
    }
    Ruling ruling = Uses.all().of(column, value.textValue());
    if (ruling.decides()) {
      cells.put(column, (double) code);
    } else {
      Text label = Texts.all().label(column, value.textValue());
      objections.add(
          new Objection(
              column.name(),
              Objection.Kind.VALUE_MAY_NOT_DECIDE,
              language ->
                  new String[] {
                    "label", label(column).in(language),
                    "value", label.in(language),
                    "ground", ruling.ground().reason().in(language)
                  }));
    }
  }

  private void object(Column column, Objection.Kind kind) {
    objections.add(
        new Objection(
            column.name(), kind, language -> new String[] {"label", label(column).in(language)}));
  }

  private void object(Column column, Objection.Kind kind, String slot, Text text) {
    objections.add(
        new Objection(
            column.name(),
            kind,
            (Language language) ->
                new String[] {"label", label(column).in(language), slot, text.in(language)}));
  }

  private static Text label(Column column) {
    return Texts.all().label(column);
  }
}
