package io.clairscore.features.engine;

import io.clairscore.features.catalogue.Expression;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.NumberColumn;

/** Where the numbers of a group come from, in the order of its rows. */
sealed interface NumberSource {

  /** Writes the number of each row of the group. */
  void fill(Selection group, double[] numbers);

  /** A column as it stands. */
  record OfColumn(NumberColumn column) implements NumberSource {
    @Override
    public void fill(Selection group, double[] numbers) {
      Rows rows = group.rows();
      int[] indices = group.indices();
      for (int i = 0; i < indices.length; i++) {
        numbers[i] = rows.number(column, indices[i]);
      }
    }
  }

  /** A formula over each row. */
  record OfExpression(Expression expression) implements NumberSource {
    @Override
    public void fill(Selection group, double[] numbers) {
      RowCursor cursor = new RowCursor(group.rows());
      int[] indices = group.indices();
      for (int i = 0; i < indices.length; i++) {
        numbers[i] = expression.of(cursor.at(indices[i]));
      }
    }
  }

  /** A number computed beforehand from the child rows of each row. */
  record OfAttachment(int position) implements NumberSource {
    @Override
    public void fill(Selection group, double[] numbers) {
      double[] attached = group.attached()[position];
      int[] indices = group.indices();
      for (int i = 0; i < indices.length; i++) {
        numbers[i] = attached[indices[i]];
      }
    }
  }
}
