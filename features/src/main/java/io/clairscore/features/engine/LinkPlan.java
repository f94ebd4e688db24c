package io.clairscore.features.engine;

import io.clairscore.features.catalogue.AttachedQuantity;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Table.ForeignKey;
import java.util.Arrays;
import java.util.List;

/**
 * The quantities that rows take from their child rows of one table. Both tables stand in canonical
 * order, which is that of the linking key, so one walk over both finds the child rows of each row.
 */
final class LinkPlan {
  private final ForeignKey key;
  private final Table child;
  private final GroupPlan plan;

  /** For each result of the plan, the position of its quantity. */
  private final int[] positions;

  LinkPlan(ForeignKey key, List<AttachedQuantity> attachments) {
    this.key = key;
    this.child = table(key.child());
    requireOrderedBy(key.child());
    requireOrderedBy(key.parent());
    List<AttachedQuantity> linked = attachments.stream().filter(q -> q.link().equals(key)).toList();
    GroupPlan.Builder builder = new GroupPlan.Builder(List.of());
    linked.forEach(quantity -> builder.add(quantity.measure(), linked.indexOf(quantity)));
    this.plan = builder.build();
    this.positions = linked.stream().mapToInt(attachments::indexOf).toArray();
  }

  /** Writes each quantity for each row. */
  void compute(Dossier dossier, Rows parents, double[][] attached) {
    Rows children = dossier.rows(child);
    double[] out = new double[positions.length];
    int from = 0;
    for (int parent = 0; parent < parents.size(); parent++) {
      double id = parents.number(key.parent(), parent);
      while (from < children.size() && children.number(key.child(), from) < id) {
        from++;
      }
      int to = from;
      while (to < children.size() && children.number(key.child(), to) == id) {
        to++;
      }
      Arrays.fill(out, Double.NaN);
      plan.compute(new Selection(children, new double[0][], Selection.range(from, to)), out);
      for (int i = 0; i < out.length; i++) {
        attached[positions[i]][parent] = out[i];
      }
      // Child rows stay in reach: two rows with one key, though illegal, take the same ones.
    }
  }

  private static Table table(NumberColumn column) {
    return Table.named(column.table()).orElseThrow();
  }

  private static void requireOrderedBy(NumberColumn column) {
    if (table(column).schema().primaryKey().get(0) != column) {
      throw new IllegalArgumentException(
          "Rows can be attached by the first column of both primary keys only, not by " + column);
    }
  }
}
