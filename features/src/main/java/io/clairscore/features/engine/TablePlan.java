package io.clairscore.features.engine;

import io.clairscore.features.catalogue.AttachedQuantity;
import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is computed from the rows of one table: one group of rows for each filter. */
final class TablePlan {

  private record FilteredGroup(Optional<Category> filter, GroupPlan plan) {}

  private final Table table;
  private final List<FilteredGroup> groups = new ArrayList<>();

  /** What the rows take from their child rows; each place here is the place of its results. */
  private final List<AttachedQuantity> attachments;

  private final List<LinkPlan> links;

  TablePlan(Table table, List<Feature> features) {
    this.table = table;
    attachments =
        features.stream()
            .flatMap(feature -> feature.quantity().stream())
            .filter(AttachedQuantity.class::isInstance)
            .map(AttachedQuantity.class::cast)
            .distinct()
            .toList();
    links =
        attachments.stream()
            .map(AttachedQuantity::link)
            .distinct()
            .map(key -> new LinkPlan(key, attachments))
            .toList();
    Map<Optional<Category>, List<Feature>> byFilter = new LinkedHashMap<>();
    for (Feature feature : features) {
      byFilter.computeIfAbsent(feature.filter(), filter -> new ArrayList<>()).add(feature);
    }
    byFilter.forEach(
        (filter, members) -> {
          GroupPlan.Builder plan = new GroupPlan.Builder(attachments);
          members.forEach(feature -> plan.add(feature.measure(), feature.index()));
          groups.add(new FilteredGroup(filter, plan.build()));
        });
  }

  /** Writes each feature of this table to its index; a group without rows writes nothing. */
  void compute(Dossier dossier, double[] out) {
    Rows rows = dossier.rows(table);
    if (rows.isEmpty()) {
      return;
    }
    double[][] attached = new double[attachments.size()][rows.size()];
    for (LinkPlan link : links) {
      link.compute(dossier, rows, attached);
    }
    for (FilteredGroup group : groups) {
      int[] selected = select(rows, group.filter());
      group.plan().compute(new Selection(rows, attached, selected), out);
    }
  }

  private static int[] select(Rows rows, Optional<Category> filter) {
    if (filter.isEmpty()) {
      return Selection.range(0, rows.size());
    }
    Category kept = filter.get();
    int wanted = kept.column().code(kept.value());
    int[] selected = new int[rows.size()];
    int size = 0;
    for (int row = 0; row < selected.length; row++) {
      if (rows.code(kept.column(), row) == wanted) {
        selected[size++] = row;
      }
    }
    return Arrays.copyOf(selected, size);
  }
}
