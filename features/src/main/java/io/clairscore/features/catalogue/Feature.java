package io.clairscore.features.catalogue;

import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.use.Ruling;
import io.clairscore.features.use.Use;
import io.clairscore.features.use.Uses;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One entry of the feature vector, with everything that is known about it.
 *
 * @param index position in the vector, from 0
 * @param name unique name, letters, digits and underscores only
 * @param family id of the declaring family
 * @param group what it is about
 * @param table source of the rows
 * @param filter which rows count; every row if empty
 * @param measure what is taken from the rows
 * @param lineage columns whose values it depends on, those of the filter included, by table and
 *     position; a plain count of rows depends on none
 * @param ruling what may be done with it, and why
 */
public record Feature(
    int index,
    String name,
    String family,
    BusinessGroup group,
    Table table,
    Optional<Category> filter,
    Measure measure,
    Set<Column> lineage,
    Ruling ruling) {

  /** Model libraries refuse names with other characters. */
  private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9_]");

  static Feature declare(int index, Family family, Family.Member member) {
    Measure measure = member.measure();
    Set<Column> lineage = Lineage.of(measure, family.filter());
    return new Feature(
        index,
        ILLEGAL.matcher(family.prefix() + measure.name()).replaceAll("_"),
        family.id(),
        member.group(),
        family.table(),
        family.filter(),
        measure,
        Collections.unmodifiableSet(lineage),
        FeatureRuling.of(measure, family.filter(), lineage));
  }

  /** Unit of the value; of its square root if {@link #squared()}. */
  public Unit unit() {
    return measure.unit();
  }

  /** Whether the value is in squared units, as a variance is. */
  public boolean squared() {
    return measure.squared();
  }

  /** The number per row, unless the feature is about a category or counts rows. */
  public Optional<Quantity> quantity() {
    if (measure instanceof Measure.Value value) {
      return Optional.of(value.quantity());
    }
    return measure instanceof Measure.Aggregated aggregated
        ? Optional.of(aggregated.quantity())
        : Optional.empty();
  }

  /** The aggregate, unless the feature is of a single row, a share or a plain count. */
  public Optional<Aggregate> aggregate() {
    return measure instanceof Measure.Aggregated aggregated
        ? Optional.of(aggregated.aggregate())
        : Optional.empty();
  }

  /** The category of an indicator or share of its own rows. */
  public Optional<Category> category() {
    return measure instanceof Measure.Aggregated ? Optional.empty() : measure.category();
  }

  /** Whether a model may learn from it, and a client be told so. */
  public boolean decides() {
    return ruling.decides();
  }

  /** Whether it depends on an attribute by which fairness is measured. */
  public boolean readsProtectedAttribute() {
    return lineage.stream().anyMatch(column -> Uses.all().of(column).use() == Use.MEASURED);
  }

  /** How it is computed, in canonical notation, the same in every JVM. */
  public String formula() {
    String source = measure.text() + " from " + table.schema().name();
    return filter.map(kept -> source + " where " + kept.text()).orElse(source);
  }
}
