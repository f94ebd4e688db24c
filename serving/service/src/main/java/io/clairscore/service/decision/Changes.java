package io.clairscore.service.decision;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells of an application to be tried otherwise.
 *
 * @param cells number, NaN for missing, or code of the category, by column
 */
record Changes(Map<Column, Double> cells) {
  Changes {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The dossier with these cells; its histories stay as they are. */
  Dossier of(Dossier own) {
    Rows application = own.application().copy();
    cells.forEach(
        (column, cell) -> {
          if (column instanceof NumberColumn number) {
            application.set(number, 0, cell);
          } else {
            application.set((CategoryColumn) column, 0, (int) (double) cell);
          }
        });
    return own.with(Table.APPLICATION, application);
  }

  /** Columns whose value is of no list, and is therefore scored as missing. */
  List<String> unknown() {
    return cells.entrySet().stream()
        .filter(cell -> cell.getKey() instanceof CategoryColumn)
        .filter(cell -> cell.getValue() == CategoryColumn.UNSEEN)
        .map(cell -> cell.getKey().name())
        .toList();
  }
}
