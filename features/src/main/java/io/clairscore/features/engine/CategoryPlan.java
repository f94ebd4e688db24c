package io.clairscore.features.engine;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import java.util.Map;

/** The shares of the values of one category over one group of rows: one counter per row. */
final class CategoryPlan {
  private final CategoryColumn column;
  private final int[] codes;
  private final int[] outputs;

  /**
   * A plan.
   *
   * @param targets where the share of each value asked for goes
   */
  CategoryPlan(CategoryColumn column, Map<String, Integer> targets) {
    this.column = column;
    this.codes = targets.keySet().stream().mapToInt(column::code).toArray();
    this.outputs = targets.values().stream().mapToInt(Integer::intValue).toArray();
  }

  void compute(Selection group, double[] out) {
    Rows rows = group.rows();
    int[] counts = new int[column.values().size()];
    for (int index : group.indices()) {
      int code = rows.code(column, index);
      if (code >= 0) {
        counts[code]++;
      }
    }
    double size = group.size();
    for (int i = 0; i < codes.length; i++) {
      out[outputs[i]] = counts[codes[i]] / size;
    }
  }
}
