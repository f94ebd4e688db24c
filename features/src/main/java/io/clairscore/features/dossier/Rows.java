package io.clairscore.features.dossier;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.TableSchema;
import java.util.Arrays;

/**
 * The rows of one table that belong to one client, column by column. A missing number is NaN, a
 * missing category {@link CategoryColumn#MISSING}. Rows are filled, not thread-safe, until they
 * join a {@link Dossier}, and never change afterwards.
 */
public final class Rows {
  private final TableSchema schema;
  private final int size;
  private final double[][] cells;
  private boolean sealed;

  /** Rows of which every cell is missing. */
  public Rows(TableSchema schema, int size) {
    this(schema, size, new double[schema.width()][size]);
    for (Column column : schema.columns()) {
      double missing = column instanceof CategoryColumn ? CategoryColumn.MISSING : Double.NaN;
      Arrays.fill(cells[column.position()], missing);
    }
  }

  private Rows(TableSchema schema, int size, double[][] cells) {
    this.schema = schema;
    this.size = size;
    this.cells = cells;
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

  /**
   * Fills a cell.
   *
   * @throws IllegalStateException if the rows have joined a dossier
   */
  public void set(NumberColumn column, int row, double value) {
    requireOpen();
    cells[column.position()][row] = value;
  }

  /**
   * Fills a cell.
   *
   * @throws IllegalStateException if the rows have joined a dossier
   */
  public void set(CategoryColumn column, int row, int code) {
    requireOpen();
    cells[column.position()][row] = code;
  }

  /** The same rows, open for change. */
  public Rows copy() {
    return new Rows(
        schema, size, Arrays.stream(cells).map(double[]::clone).toArray(double[][]::new));
  }

  /** Cells whose category is not in its frozen list. */
  public int unseenCount() {
    int count = 0;
    for (CategoryColumn column : schema.categories()) {
      for (double code : cells[column.position()]) {
        count += code == CategoryColumn.UNSEEN ? 1 : 0;
      }
    }
    return count;
  }

  /** The rows in another order: row {@code i} is row {@code order[i]} of these. */
  Rows inOrder(Integer[] order) {
    double[][] moved = new double[cells.length][size];
    for (int column = 0; column < cells.length; column++) {
      for (int row = 0; row < size; row++) {
        moved[column][row] = cells[column][order[row]];
      }
    }
    return new Rows(schema, size, moved);
  }

  double[] cells(int position) {
    return cells[position];
  }

  void seal() {
    sealed = true;
  }

  private void requireOpen() {
    if (sealed) {
      throw new IllegalStateException(
          "Rows of " + schema.name() + " belong to a dossier and cannot change; change a copy");
    }
  }

  /** Rows are equal if they hold the same cells in the same order; missing equals missing. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Rows rows
        && schema == rows.schema
        && size == rows.size
        && Arrays.deepEquals(cells, rows.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(cells);
  }
}
