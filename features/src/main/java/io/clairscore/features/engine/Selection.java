package io.clairscore.features.engine;

import io.clairscore.features.dossier.Rows;

/**
 * A group of rows of one table, by their indices in ascending order.
 *
 * @param rows the table
 * @param attached for each attached quantity, its value for each row of the table
 * @param indices which rows are in the group
 */
record Selection(Rows rows, double[][] attached, int[] indices) {

  static int[] range(int from, int to) {
    int[] indices = new int[to - from];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = from + i;
    }
    return indices;
  }

  int size() {
    return indices.length;
  }
}
