package io.clairscore.features.dossier;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.TableSchema;
import java.util.Arrays;

/**
 * The rows of one table that belong to one client, column by column. A missing number is NaN, a
 * missing category {@link CategoryColumn#MISSING}. Not thread-safe while it is being filled.
 */
public final class Rows {
  private final TableSchema schema;
  private final int size;
  private final double[][] cells;

  /** Rows of which every cell is missing. */
  public Rows(TableSchema schema, int size) {
    this.schema = schema;
    this.size = size;
    this.cells = new double[schema.width()][size];
    for (Column column : schema.columns()) {
      double missing = column instanceof CategoryColumn ? CategoryColumn.MISSING : Double.NaN;
      Arrays.fill(cells[column.position()], missing);
    }
  }

  public TableSchema schema() {
    return schema;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The number in a cell, NaN if missing. */
  public double number(NumberColumn column, int row) {
    return cells[column.position()][row];
  }

  /** The code of the category in a cell: negative if missing or unseen. */
  public int code(CategoryColumn column, int row) {
    return (int) cells[column.position()][row];
  }

  public void set(NumberColumn column, int row, double value) {
    cells[column.position()][row] = value;
  }

  public void set(CategoryColumn column, int row, int code) {
    cells[column.position()][row] = code;
  }
}
