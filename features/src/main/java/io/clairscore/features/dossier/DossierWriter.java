package io.clairscore.features.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;

/** Writes a dossier as a JSON tree; missing cells and empty tables are left out. */
final class DossierWriter {
  private DossierWriter() {}

  static ObjectNode write(Dossier dossier) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    row(dossier.application(), 0, document.putObject(Table.APPLICATION.schema().name()));
    for (Table table : Table.histories()) {
      Rows rows = dossier.rows(table);
      if (!rows.isEmpty()) {
        ArrayNode list = document.putArray(table.schema().name());
        for (int row = 0; row < rows.size(); row++) {
          row(rows, row, list.addObject());
        }
      }
    }
    return document;
  }

  private static void row(Rows rows, int row, ObjectNode target) {
    for (Column column : rows.schema().columns()) {
      if (column instanceof NumberColumn number) {
        number(rows.number(number, row), number.name(), target);
      } else {
        CategoryColumn category = (CategoryColumn) column;
        category(category, rows.code(category, row), target);
      }
    }
  }

  private static void number(double value, String name, ObjectNode target) {
    if (Double.isNaN(value)) {
      return;
    }
    long whole = (long) value;
    // Compares bits, so that -0.0 is not written as 0.
    if (Double.compare(whole, value) == 0) {
      target.put(name, whole);
    } else {
      target.put(name, value);
    }
  }

  private static void category(CategoryColumn column, int code, ObjectNode target) {
    if (code == CategoryColumn.UNSEEN) {
      target.put(column.name(), DossierJson.UNSEEN);
    } else if (code != CategoryColumn.MISSING) {
      target.put(column.name(), column.values().get(code));
    }
  }
}
