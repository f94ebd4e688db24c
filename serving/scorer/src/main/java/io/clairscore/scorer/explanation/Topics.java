package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.AttachedQuantity;
import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Quantity;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.TextTable;
import io.clairscore.features.use.Uses;
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

  private final TextTable joined = TextTable.read(Topics.class, "topics.tsv", 2);

  /** The topic, with the table before a dot. */
  String topic(Feature feature) {
    String table = feature.table().schema().name();
    String name = STATISTIC.matcher(subject(feature)).replaceFirst("");
    return table + "." + (joined.has(table, name) ? joined.cell("topic", table, name) : name);
  }

  private static String subject(Feature feature) {
    return feature
        .measure()
        .category()
        .map(category -> category.column().name())
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
    Optional<String> filtered = feature.filter().map(Category::value);
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

  /** Whether the category of an indicator or share tells what may not decide. */
  boolean reveals(Feature feature) {
    return feature
        .category()
        .map(category -> !Uses.all().of(category.column(), category.value()).decides())
        .orElse(false);
  }
}
