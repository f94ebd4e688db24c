package io.clairscore.features.catalogue;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Features declared together: the same source, filter and prefix.
 *
 * @param id short name of the family, such as {@code BURO-NUM}
 * @param prefix start of the names of its features, may be empty
 * @param table source of the rows
 * @param filter which rows count; every row if empty
 * @param members the measures, in the order of the vector
 */
public record Family(
    String id, String prefix, Table table, Optional<Category> filter, List<Member> members) {

  /** A measure and what it is about. */
  public record Member(Measure measure, BusinessGroup group) {}

  public Family {
    members = List.copyOf(members);
  }

  static Family of(
      String id, String prefix, Table table, BusinessGroup group, List<Measure> measures) {
    return new Family(
        id,
        prefix,
        table,
        Optional.empty(),
        measures.stream().map(measure -> new Member(measure, group)).toList());
  }

  /** The same measures over some of the rows. */
  Family where(String newId, String newPrefix, Category newFilter) {
    return new Family(newId, newPrefix, table, Optional.of(newFilter), members);
  }

  /** The features, placed in the vector from a first index on. */
  List<Feature> features(int first) {
    List<Feature> features = new ArrayList<>();
    for (Member member : members) {
      features.add(Feature.declare(first + features.size(), this, member));
    }
    return features;
  }

  static List<Measure> aggregates(Quantity quantity, Aggregate... aggregates) {
    return Arrays.stream(aggregates)
        .<Measure>map(aggregate -> new Measure.Aggregated(quantity, aggregate))
        .toList();
  }

  /** One share for each value of each column. */
  static List<Measure> shares(List<CategoryColumn> columns) {
    return columns.stream()
        .flatMap(column -> column.values().stream().map(value -> share(column, value)))
        .toList();
  }

  private static Measure share(CategoryColumn column, String value) {
    return new Measure.Share(new Category(column, value));
  }

  /** Lists one behind the other. */
  @SafeVarargs
  static <T> List<T> join(List<T>... parts) {
    List<T> joined = new ArrayList<>();
    for (List<T> part : parts) {
      joined.addAll(part);
    }
    return joined;
  }
}
