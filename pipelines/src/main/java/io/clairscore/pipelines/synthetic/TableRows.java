package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.Arrays;

/**
 * Rows of one table that grow while a client is generated. A missing number is NaN, a missing
 * category {@link CategoryColumn#MISSING}. Cells are set in the row that was added last.
 */
final class TableRows {
  private final Table table;
  private final Column[] columns;
  private double[][] rows = new double[8][];
  private int size;

  TableRows(Table table) {
    this.table = table;
    this.columns = table.schema().columns().toArray(new Column[0]);
  }

  Table table() {
    return table;
  }

  int size() {
    return size;
  }

  /** Starts a row of which every cell is missing. */
  void add() {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
    }
    double[] row = new double[columns.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = columns[i] instanceof CategoryColumn ? CategoryColumn.MISSING : Double.NaN;
    }
    rows[size++] = row;
  }

  void set(Column column, double value) {
    rows[size - 1][column.position()] = value;
  }

  void set(CategoryColumn column, String value) {
    set(column, column.code(value));
  }

  /** The cell of the row that was added last. */
  double get(Column column) {
    return rows[size - 1][column.position()];
  }

  /** The cells of a row: numbers, and codes of categories. */
  double[] row(int index) {
    return rows[index];
  }

  /** The value of a category cell, null if missing. */
  static String value(CategoryColumn column, double code) {
    return code < 0 ? null : column.values().get((int) code);
  }

  /** Whether every cell of every row is legal in its column. */
  void check() {
    for (int i = 0; i < size; i++) {
      for (Column column : columns) {
        double cell = rows[i][column.position()];
        boolean legal =
            column instanceof NumberColumn number
                ? Double.isNaN(cell) || number.accepts(cell)
                : cell < ((CategoryColumn) column).values().size();
        if (!legal) {
          throw new IllegalStateException("Generated " + cell + " in " + column + " of row " + i);
        }
      }
    }
  }
}
