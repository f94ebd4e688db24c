package io.clairscore.features.engine;

import io.clairscore.features.catalogue.Aggregate;
import io.clairscore.features.catalogue.AttachedQuantity;
import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Expression.Cell;
import io.clairscore.features.catalogue.Measure;
import io.clairscore.features.catalogue.Quantity;
import io.clairscore.features.catalogue.RowQuantity;
import io.clairscore.features.schema.CategoryColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is computed from one group of rows. */
final class GroupPlan {
  private final List<NumberPlan> numbers;
  private final List<CategoryPlan> categories;
  private final int[] counts;

  private GroupPlan(List<NumberPlan> numbers, List<CategoryPlan> categories, int[] counts) {
    this.numbers = numbers;
    this.categories = categories;
    this.counts = counts;
  }

  /** Writes each measure to its place; a group without rows writes nothing. */
  void compute(Selection group, double[] out) {
    if (group.size() == 0) {
      return;
    }
    double[] scratch = new double[group.size()];
    for (NumberPlan plan : numbers) {
      plan.compute(group, scratch, out);
    }
    for (CategoryPlan plan : categories) {
      plan.compute(group, out);
    }
    for (int output : counts) {
      out[output] = group.size();
    }
  }

  /** Collects measures so that those of one quantity or category share a pass. */
  static final class Builder {
    private final List<AttachedQuantity> attachments;
    private final Map<Quantity, Map<Aggregate, Integer>> numbers = new LinkedHashMap<>();
    private final Map<CategoryColumn, Map<String, Integer>> categories = new LinkedHashMap<>();
    private final List<Integer> counts = new ArrayList<>();

    /**
     * A builder.
     *
     * @param attachments quantities attached to the rows, in the order of {@link
     *     Selection#attached()}
     */
    Builder(List<AttachedQuantity> attachments) {
      this.attachments = attachments;
    }

    /** Adds a measure and the place of its result. */
    void add(Measure measure, int output) {
      if (measure instanceof Measure.Aggregated aggregated) {
        number(aggregated.quantity(), aggregated.aggregate(), output);
      } else if (measure instanceof Measure.Value value) {
        // The smallest of one number is the number.
        number(value.quantity(), Aggregate.MIN, output);
      } else if (measure.category().isPresent()) {
        // The share of a value among one row is 1 or 0, as an indicator is.
        Category category = measure.category().get();
        put(
            categories.computeIfAbsent(category.column(), c -> new LinkedHashMap<>()),
            category.value(),
            output);
      } else {
        counts.add(output);
      }
    }

    private void number(Quantity quantity, Aggregate aggregate, int output) {
      put(
          numbers.computeIfAbsent(quantity, q -> new EnumMap<>(Aggregate.class)),
          aggregate,
          output);
    }

    /** Each result has one place; a second one would leave the first empty. */
    private static <K> void put(Map<K, Integer> outputs, K what, int output) {
      if (outputs.put(what, output) != null) {
        throw new IllegalArgumentException("Two features compute the same " + what);
      }
    }

    GroupPlan build() {
      List<NumberPlan> numberPlans = new ArrayList<>();
      numbers.forEach((quantity, to) -> numberPlans.add(new NumberPlan(source(quantity), to)));
      List<CategoryPlan> categoryPlans = new ArrayList<>();
      categories.forEach((column, to) -> categoryPlans.add(new CategoryPlan(column, to)));
      return new GroupPlan(
          numberPlans, categoryPlans, counts.stream().mapToInt(Integer::intValue).toArray());
    }

    private NumberSource source(Quantity quantity) {
      if (quantity instanceof RowQuantity row) {
        return row.expression() instanceof Cell cell
            ? new NumberSource.OfColumn(cell.column())
            : new NumberSource.OfExpression(row.expression());
      }
      int position = attachments.indexOf(quantity);
      if (position < 0) {
        throw new IllegalArgumentException("Nothing is attached for " + quantity.text());
      }
      return new NumberSource.OfAttachment(position);
    }
  }
}
