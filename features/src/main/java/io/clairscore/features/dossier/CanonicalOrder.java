package io.clairscore.features.dossier;

import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One order for the same rows, in whatever order they arrive. Sums of floating-point numbers depend
 * on their order in the last bit; over rows in this order they do not depend on the order of
 * arrival. Rows compare by primary key, then by every other column, so that rows that compare equal
 * are equal.
 */
final class CanonicalOrder {
  private static final Map<Table, CanonicalOrder> ORDERS = new EnumMap<>(Table.class);

  static {
    for (Table table : Table.values()) {
      ORDERS.put(table, new CanonicalOrder(table));
    }
  }

  private final int[] positions;

  private CanonicalOrder(Table table) {
    Set<Column> columns = new LinkedHashSet<Column>(table.schema().primaryKey());
    columns.addAll(table.schema().columns());
    positions = columns.stream().mapToInt(Column::position).toArray();
  }

  static CanonicalOrder of(Table table) {
    return ORDERS.get(table);
  }

  /** The rows in this order: themselves if they stand so already, else a reordered copy. */
  Rows sort(Rows rows) {
    if (isSorted(rows)) {
      return rows;
    }
    Integer[] order = new Integer[rows.size()];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, (a, b) -> compare(rows, a, b));
    return rows.inOrder(order);
  }

  private boolean isSorted(Rows rows) {
    for (int row = 1; row < rows.size(); row++) {
      if (compare(rows, row - 1, row) > 0) {
        return false;
      }
    }
    return true;
  }

  private int compare(Rows rows, int a, int b) {
    for (int position : positions) {
      double[] cells = rows.cells(position);
      // Beside NaN, this orders -0.0 before 0.0, so that equal rows are equal bit for bit.
      int order = Double.compare(cells[a], cells[b]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
