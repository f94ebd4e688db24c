package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.CategoryProfile;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.statistics.CellCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Measures a column of categories. */
final class CategoryComparison {
  private static final int MOST_CELLS_SHOWN = 30;
  private static final int MOST_NAMED = 100;

  private final CategoryProfile reference;
  private final CategoryProfile current;
  private final DriftPolicy policy;

  CategoryComparison(CategoryProfile reference, CategoryProfile current, DriftPolicy policy) {
    this.reference = reference;
    this.current = current;
    this.policy = policy;
  }

  Measurement measure() {
    Side left = side(reference);
    Side right = side(current);
    if (reference.tooMany() || current.tooMany()) {
      return Measurement.none(RowStatus.TOO_MANY_CATEGORIES, ColumnType.CATEGORY, left, right);
    }
    if (reference.present() + current.present() == 0) {
      return Measurement.none(RowStatus.ALWAYS_MISSING, ColumnType.CATEGORY, left, right);
    }
    CellCounts categories = CellCounts.ofCategories(reference.counts(), current.counts());
    Statistics statistics = Statistics.of(pair(categories));
    List<CategoryRows> appeared = onlyIn(current, reference);
    List<CategoryRows> lost = onlyIn(reference, current);
    List<Cell> shown = shown();
    return new Measurement(
        RowStatus.COMPARED,
        ColumnType.CATEGORY,
        TestChoice.CATEGORIES,
        left,
        right,
        0,
        shown,
        new Histogram(
            Double.NaN,
            Double.NaN,
            Cells.counts(shown.stream().filter(cell -> cell.kind() != Cell.Kind.MISSING).toList())),
        statistics,
        checks(statistics, left, right, appeared, lost),
        appeared.subList(0, Math.min(MOST_NAMED, appeared.size())),
        lost.subList(0, Math.min(MOST_NAMED, lost.size())),
        EvidentlyRules.of(reference, current));
  }

  private ColumnPair pair(CellCounts categories) {
    CellCounts withMissing = categories.and(reference.missing(), current.missing());
    // Half a row is added to each occupied cell only: an empty missing cell is no cell.
    CellCounts cells = withMissing.occupied() == categories.size() ? categories : withMissing;
    return new ColumnPair(
        reference.rows(),
        current.rows(),
        policy.level(),
        cells,
        Optional.of(categories),
        Optional.of(categories),
        Optional.empty());
  }

  private List<Check> checks(
      Statistics statistics,
      Side left,
      Side right,
      List<CategoryRows> appeared,
      List<CategoryRows> lost) {
    Checks checks = new Checks(policy);
    checks.computed(statistics, TestChoice.CATEGORIES);
    checks.missing(left, right);
    checks.apart(Statistic.NEW_CATEGORIES, rows(appeared), current.present(), reference.present());
    checks.apart(Statistic.LOST_CATEGORIES, rows(lost), reference.present(), current.present());
    return checks.all();
  }

  /** The largest categories, the rest as one, missing last. */
  private List<Cell> shown() {
    TreeSet<String> names = new TreeSet<>(reference.counts().keySet());
    names.addAll(current.counts().keySet());
    List<Cell> cells =
        names.stream()
            .map(
                name ->
                    new Cell(
                        Cell.Kind.CATEGORY,
                        Double.NaN,
                        Double.NaN,
                        name,
                        reference.counts().getOrDefault(name, 0L),
                        current.counts().getOrDefault(name, 0L)))
            .sorted(
                Comparator.comparingLong(
                    (Cell cell) -> -Math.max(cell.reference(), cell.current())))
            .toList();
    List<Cell> shown = new ArrayList<>(cells.subList(0, Math.min(MOST_CELLS_SHOWN, cells.size())));
    List<Cell> rest = cells.subList(shown.size(), cells.size());
    Cells.add(
        shown,
        Cell.Kind.OTHERS,
        rest.stream().mapToLong(Cell::reference).sum(),
        rest.stream().mapToLong(Cell::current).sum());
    Cells.add(shown, Cell.Kind.MISSING, reference.missing(), current.missing());
    return shown;
  }

  private static List<CategoryRows> onlyIn(CategoryProfile one, CategoryProfile other) {
    if (other.present() == 0) {
      return List.of();
    }
    return one.counts().entrySet().stream()
        .filter(category -> !other.counts().containsKey(category.getKey()))
        .map(
            category ->
                new CategoryRows(
                    category.getKey(),
                    category.getValue(),
                    (double) category.getValue() / one.present()))
        .sorted(Comparator.comparingLong(category -> -category.rows()))
        .toList();
  }

  private static long rows(List<CategoryRows> categories) {
    return categories.stream().mapToLong(CategoryRows::rows).sum();
  }

  private static Side side(CategoryProfile profile) {
    return Side.ofCategories(profile.rows(), profile.missing(), profile.distinct());
  }
}
