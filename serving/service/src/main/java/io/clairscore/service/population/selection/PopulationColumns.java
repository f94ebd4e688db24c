package io.clairscore.service.population.selection;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.use.Ruling;
import io.clairscore.features.use.Uses;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every column of the population: what the model said, the attributes of the application, and the
 * features of the catalogue. No other can be asked for.
 */
public final class PopulationColumns {
  public static final String APPLICATION = "application.";
  public static final String FEATURE = "feature.";

  private static final PopulationColumns ALL = new PopulationColumns();

  private final Map<String, ExploredColumn> byKey = new LinkedHashMap<>();

  private PopulationColumns() {
    Arrays.stream(ScoreColumn.values()).map(ScoreColumn::column).forEach(this::add);
    Application.SCHEMA.columns().stream()
        .filter(column -> column.role() == Column.Role.ATTRIBUTE)
        .forEach(this::addAttribute);
    Catalogue.core().features().forEach(feature -> add(feature(feature)));
  }

  /** The columns, made once. */
  public static PopulationColumns all() {
    return ALL;
  }

  /** Every column, in a lasting order. */
  public Collection<ExploredColumn> columns() {
    return List.copyOf(byKey.values());
  }

  /** A column that is known to the program. */
  public static ExploredColumn of(Column attribute) {
    return ALL.byKey.get(APPLICATION + attribute.name());
  }

  public Optional<ExploredColumn> named(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * A column that somebody asks for.
   *
   * @throws io.clairscore.features.refusal.Refusal with USAGE if there is none, or it is not theirs
   *     to explore
   */
  public ExploredColumn seen(String key, Sight sight) {
    ExploredColumn column = named(key).orElseThrow(SelectionErrors::unknownColumn);
    if (!column.visibleTo(sight)) {
      throw SelectionErrors.notVisible(column);
    }
    return column;
  }

  /** A column of numbers that somebody asks for; refused as {@link #seen} does. */
  public ExploredColumn number(String key, Sight sight) {
    ExploredColumn column = seen(key, sight);
    if (!column.isNumber()) {
      throw SelectionErrors.noNumber(column);
    }
    return column;
  }

  private void add(ExploredColumn column) {
    byKey.put(column.key(), column);
  }

  private void addAttribute(Column column) {
    if (column instanceof CategoryColumn category) {
      add(category(category));
    } else if (column instanceof NumberColumn number) {
      add(number(number));
    }
  }

  private static ExploredColumn category(CategoryColumn column) {
    Map<String, Ruling> rulings = new LinkedHashMap<>();
    column.values().forEach(value -> rulings.put(value, Uses.all().of(column, value)));
    String stored = APPLICATION + column.name();
    return new ExploredColumn(
        stored,
        stored,
        Storage.TEXT,
        Sql.name(stored),
        Optional.empty(),
        column.values(),
        Uses.all().of(column),
        rulings,
        new ColumnTexts(Texts.all().label(column), value -> Texts.all().label(column, value)));
  }

  private static ExploredColumn number(NumberColumn column) {
    String stored = APPLICATION + column.name();
    ExploredColumn plain =
        ExploredColumn.number(
            stored,
            column.integer() ? Storage.WHOLE : Storage.DOUBLE,
            Scale.of(column),
            Uses.all().of(column),
            Texts.all().label(column));
    // A date that is none is no number of days.
    return column.hasSentinel()
        ? plain.by(stored, "nullif(" + plain.sql() + ", " + (int) NumberColumn.NO_DATE + ")")
        : plain;
  }

  private static ExploredColumn feature(Feature feature) {
    Unit unit = feature.squared() ? Unit.RATIO : feature.unit();
    return ExploredColumn.number(
        FEATURE + feature.name(),
        Storage.FLOAT,
        new Scale(unit, unit == Unit.FLAG, -Float.MAX_VALUE, Float.MAX_VALUE),
        feature.ruling(),
        FeatureTexts.core().label(feature));
  }
}
