package io.clairscore.service.population;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.ScoreColumn;
import io.clairscore.service.population.selection.Sql;
import io.clairscore.service.population.selection.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that most questions are about. They are kept in memory, categories as one byte each:
 * the footer of the published file, which describes 870 columns, is not read for them.
 */
final class KeptColumns {
  static final String CLIENT = "client";

  private static final List<Column> ATTRIBUTES =
      List.of(
          Application.NAME_CONTRACT_TYPE,
          Application.CODE_GENDER,
          Application.FLAG_OWN_CAR,
          Application.FLAG_OWN_REALTY,
          Application.CNT_CHILDREN,
          Application.AMT_INCOME_TOTAL,
          Application.AMT_CREDIT,
          Application.AMT_ANNUITY,
          Application.AMT_GOODS_PRICE,
          Application.NAME_INCOME_TYPE,
          Application.NAME_EDUCATION_TYPE,
          Application.NAME_FAMILY_STATUS,
          Application.NAME_HOUSING_TYPE,
          Application.DAYS_BIRTH,
          Application.DAYS_EMPLOYED,
          Application.OCCUPATION_TYPE,
          Application.ORGANIZATION_TYPE,
          Application.REGION_RATING_CLIENT,
          Application.EXT_SOURCE_1,
          Application.EXT_SOURCE_2,
          Application.EXT_SOURCE_3);

  /** Features of a served model besides: 1.4 MB each, of 356,255 clients. */
  private static final int MOST_FEATURES = 64;

  private final Map<String, ExploredColumn> stored = new LinkedHashMap<>();

  /**
   * @param features of the served model, the most important first; of very many, the first are kept
   */
  KeptColumns(List<ExploredColumn> features) {
    Stream.of(
            Stream.of(ScoreColumn.values()).map(ScoreColumn::column),
            ATTRIBUTES.stream().map(PopulationColumns::of),
            features.stream().limit(MOST_FEATURES))
        .flatMap(columns -> columns)
        .forEach(column -> stored.putIfAbsent(column.stored(), column));
  }

  boolean has(ExploredColumn column) {
    return stored.containsKey(column.stored());
  }

  /** Makes the types and the table of the kept columns, from one of all columns. */
  List<String> statements(String table, String from) {
    List<String> statements = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    selected.add(Sql.name(CLIENT));
    stored.forEach(
        (name, column) -> {
          String quoted = Sql.name(name);
          if (isEnumerated(column)) {
            statements.add("CREATE TYPE " + quoted + " AS ENUM (" + literals(column) + ")");
            selected.add("TRY_CAST(" + quoted + " AS " + quoted + ") AS " + quoted);
          } else {
            selected.add(quoted);
          }
        });
    statements.add(
        "CREATE TABLE " + table + " AS SELECT " + String.join(", ", selected) + " FROM " + from);
    return statements;
  }

  private static boolean isEnumerated(ExploredColumn column) {
    return column.storage() == Storage.TEXT;
  }

  /** Values of the schema, which are constants of the program. */
  private static String literals(ExploredColumn column) {
    return column.values().stream()
        .map(value -> "'" + value.replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }
}
