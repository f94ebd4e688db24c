package io.clairscore.features.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a dossier from a JSON tree. */
final class DossierReader {
  private static final Map<Table, Map<String, Column>> COLUMNS = new EnumMap<>(Table.class);

  static {
    for (Table table : Table.values()) {
      COLUMNS.put(table, table.schema().byName());
    }
  }

  private DossierReader() {}

  static Dossier read(JsonNode document) {
    if (!document.isObject()) {
      throw DossierJsonErrors.notAnObject("The document", kind(document));
    }
    Map<Table, Rows> tables = new EnumMap<>(Table.class);
    document
        .fields()
        .forEachRemaining(
            property -> {
              Table table =
                  Table.named(property.getKey())
                      .orElseThrow(() -> DossierJsonErrors.unknownTable(property.getKey()));
              if (!property.getValue().isNull()) {
                tables.put(table, rows(table, property.getValue()));
              }
            });
    if (!tables.containsKey(Table.APPLICATION)) {
      throw DossierJsonErrors.noApplication();
    }
    requireOneClient(tables);
    Dossier dossier = new Dossier(tables);
    requireUniqueKeys(dossier);
    return dossier;
  }

  private static Rows rows(Table table, JsonNode node) {
    String name = table.schema().name();
    if (table == Table.APPLICATION) {
      Rows application = new Rows(table.schema(), 1);
      fill(table, application, 0, node, name);
      return application;
    }
    if (!node.isArray()) {
      throw DossierJsonErrors.notAList(name, kind(node));
    }
    Rows rows = new Rows(table.schema(), node.size());
    for (int row = 0; row < rows.size(); row++) {
      fill(table, rows, row, node.get(row), name + "[" + row + "]");
    }
    return rows;
  }

  private static void fill(Table table, Rows rows, int row, JsonNode node, String path) {
    if (!node.isObject()) {
      throw DossierJsonErrors.notAnObject(path, kind(node));
    }
    node.fields()
        .forEachRemaining(
            property -> {
              Column column = COLUMNS.get(table).get(property.getKey());
              if (column == null) {
                throw DossierJsonErrors.unknownColumn(path, table, property.getKey());
              }
              if (!property.getValue().isNull()) {
                String cell = path + "." + column.name();
                if (column instanceof NumberColumn number) {
                  rows.set(number, row, number(number, property.getValue(), cell));
                } else {
                  CategoryColumn category = (CategoryColumn) column;
                  rows.set(category, row, code(category, property.getValue(), cell));
                }
              }
            });
  }

  private static double number(NumberColumn column, JsonNode node, String path) {
    if (!node.isNumber()) {
      throw DossierJsonErrors.notANumber(path, kind(node));
    }
    double number = node.doubleValue();
    if (!column.accepts(number)) {
      throw DossierJsonErrors.impossible(path, column);
    }
    return number;
  }

  private static int code(CategoryColumn column, JsonNode node, String path) {
    if (!node.isTextual()) {
      throw DossierJsonErrors.notText(path, kind(node));
    }
    return column.code(node.textValue());
  }

  /** Refuses history rows of another client; rows and applicants without identifier may pass. */
  private static void requireOneClient(Map<Table, Rows> tables) {
    double client = tables.get(Table.APPLICATION).number(Application.SK_ID_CURR, 0);
    tables.forEach(
        (table, rows) -> {
          Optional<NumberColumn> key = clientKey(table);
          for (int row = 0; key.isPresent() && row < rows.size(); row++) {
            double other = rows.number(key.get(), row);
            if (other < client || other > client) {
              throw DossierJsonErrors.otherClient(
                  table.schema().name() + "[" + row + "]." + key.get().name());
            }
          }
        });
  }

  private static Optional<NumberColumn> clientKey(Table table) {
    return table.foreignKeys().stream()
        .filter(key -> key.parent() == Application.SK_ID_CURR)
        .map(Table.ForeignKey::child)
        .findFirst();
  }

  /** In canonical order, rows of one key are neighbours. Rows without a key are never the same. */
  private static void requireUniqueKeys(Dossier dossier) {
    for (Table table : Table.histories()) {
      Rows rows = dossier.rows(table);
      List<NumberColumn> key = table.schema().primaryKey();
      for (int row = 1; row < rows.size() && !key.isEmpty(); row++) {
        int current = row;
        if (key.stream().allMatch(c -> rows.number(c, current - 1) == rows.number(c, current))) {
          throw DossierJsonErrors.repeatedKey(table, key);
        }
      }
    }
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
