package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.AttachedQuantity;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Filter;
import io.clairscore.features.catalogue.Measure;
import io.clairscore.features.catalogue.Quantity;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Table;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What features are about: the topic of a feature is the quantity or category it sums up, whatever
 * the aggregate and the filter; some neighbouring quantities share a topic ({@code topics.tsv}).
 */
final class Topics {
  /** The three statistics of one property of the building. */
  private static final Pattern STATISTIC = Pattern.compile("_(AVG|MODE|MEDI)$");

  private static final String COUNT = "COUNT";

  private final DataTable joined = DataTable.read("topics.tsv", 2);
  private final DataTable revealing = DataTable.read("revealing.tsv", 2);

  /** The topic, with the table before a dot. */
  String topic(Feature feature) {
    String table = feature.table().schema().name();
    String name = STATISTIC.matcher(subject(feature)).replaceFirst("");
    return table + "." + joined.cell(table, name).orElse(name);
  }

  private static String subject(Feature feature) {
    return column(feature)
        .map(CategoryColumn::name)
        .or(() -> feature.quantity().map(Quantity::name))
        .orElse(COUNT);
  }

  /**
   * The source whose absence explains a missing value: the building or the like if the topic
   * belongs to one, or else the topic itself.
   */
  String source(Feature feature) {
    String topic = topic(feature);
    int dot = topic.indexOf('.');
    String table = topic.substring(0, dot);
    boolean building = feature.lineage().stream().anyMatch(c -> STATISTIC.matcher(c.name()).find());
    return building ? table + ".BUILDING" : topic;
  }

  /** The part of a history the feature is about: its filter or its child table, if it has one. */
  static Optional<String> subset(Feature feature) {
    String table = feature.table().schema().name();
    Optional<String> filtered = feature.filter().map(Filter::value);
    Optional<String> child =
        feature
            .quantity()
            .filter(AttachedQuantity.class::isInstance)
            .map(quantity -> ((AttachedQuantity) quantity).child().schema().name());
    return filtered.or(() -> child).map(part -> table + ":" + part);
  }

  /** The history the feature is about, unless it is about the application itself. */
  static Optional<String> history(Feature feature) {
    return feature.table() == Table.APPLICATION
        ? Optional.empty()
        : Optional.of(feature.table().schema().name());
  }

  /** Whether the category of an indicator or share tells a protected characteristic. */
  boolean reveals(Feature feature) {
    return column(feature).isPresent()
        && feature
            .category()
            .flatMap(value -> revealing.cell(column(feature).orElseThrow().name(), value))
            .isPresent();
  }

  /** The category column of a feature, also of one about child rows. */
  private static Optional<CategoryColumn> column(Feature feature) {
    return feature
        .categoryColumn()
        .or(
            () ->
                feature
                    .quantity()
                    .filter(AttachedQuantity.class::isInstance)
                    .map(quantity -> ((AttachedQuantity) quantity).measure())
                    .filter(Measure.Share.class::isInstance)
                    .map(share -> ((Measure.Share) share).column()));
  }
}
