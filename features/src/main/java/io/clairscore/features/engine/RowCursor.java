package io.clairscore.features.engine;

import io.clairscore.features.catalogue.Row;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.NumberColumn;

/** Walks over rows, being one of them at a time. */
final class RowCursor implements Row {
  private final Rows rows;
  private int row;

  RowCursor(Rows rows) {
    this.rows = rows;
  }

  RowCursor at(int newRow) {
    row = newRow;
    return this;
  }

  @Override
  public double number(NumberColumn column) {
    return rows.number(column, row);
  }

  @Override
  public int code(CategoryColumn column) {
    return rows.code(column, row);
  }
}
