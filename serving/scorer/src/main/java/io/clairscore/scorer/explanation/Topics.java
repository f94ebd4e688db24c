package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.AttachedQuantity;
import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Measure;
import io.clairscore.features.catalogue.Quantity;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.TextTable;
import io.clairscore.features.use.Uses;
import java.util.Optional;
import java.util.Set;

/**
 * What features are about: the subject of a feature is that of the quantity or category it sums up
 * ({@code topics.tsv}), whatever the aggregate and the filter.
 */
final class Topics {
  /** Every client without any application here has nothing of these either. */
  static final Set<String> IN_HOUSE =
      Set.of("POS_CASH_balance", "installments_payments", "credit_card_balance");

  /** Columns that hold a value in every row, by table: where one is missing, so are the rows. */
  private static final Set<String> ALWAYS_FILLED =
      Set.of(
          "bureau.DAYS_CREDIT",
          "bureau.CREDIT_DAY_OVERDUE",
          "bureau.CNT_CREDIT_PROLONG",
          "previous_application.DAYS_DECISION",
          "previous_application.AMT_APPLICATION",
          "POS_CASH_balance.MONTHS_BALANCE",
          "POS_CASH_balance.SK_DPD",
          "POS_CASH_balance.SK_DPD_DEF",
          "installments_payments.AMT_INSTALMENT",
          "credit_card_balance.MONTHS_BALANCE",
          "credit_card_balance.AMT_BALANCE",
          "credit_card_balance.AMT_CREDIT_LIMIT_ACTUAL",
          "credit_card_balance.SK_DPD",
          "credit_card_balance.SK_DPD_DEF");

  private static final String ENQUIRIES = "AMT_REQ_CREDIT_BUREAU_";
  private static final String COUNT = "COUNT";

  private final TextTable subjects = TextTable.read(Topics.class, "topics.tsv", 2);

  /** The code of the subject of a feature that may decide. */
  String subject(Feature feature) {
    return subjects.cell("subject", table(feature), quantity(feature));
  }

  /** The quantity or category a feature sums up. */
  static String quantity(Feature feature) {
    return feature
        .measure()
        .category()
        .map(category -> category.column().name())
        .or(() -> feature.quantity().map(Quantity::name))
        .orElse(COUNT);
  }

  /** What is absent where a value of the application is. */
  static String source(Feature feature) {
    String name = quantity(feature);
    return table(feature) + "." + (name.startsWith(ENQUIRIES) ? "ENQUIRIES" : name);
  }

  /** The part of a history the feature is about: its filter or its child table, if it has one. */
  static Optional<String> subset(Feature feature) {
    Optional<String> filtered = feature.filter().map(Category::value);
    Optional<String> child =
        feature
            .quantity()
            .filter(AttachedQuantity.class::isInstance)
            .map(quantity -> ((AttachedQuantity) quantity).child().schema().name());
    return filtered.or(() -> child).map(part -> table(feature) + ":" + part);
  }

  /** The history the feature is about, unless it is about the application itself. */
  static Optional<String> history(Feature feature) {
    return feature.table() == Table.APPLICATION
        ? Optional.empty()
        : Optional.of(feature.table().schema().name());
  }

  /** Whether a feature has a value for every client who has any row of a history or its part. */
  static boolean witnesses(Feature feature, String part) {
    boolean ofChild = feature.quantity().filter(AttachedQuantity.class::isInstance).isPresent();
    if (ofChild) {
      return feature.filter().isEmpty() && subset(feature).filter(part::equals).isPresent();
    }
    // A filtered family is a witness of its own rows alone.
    return (feature.filter().isEmpty() || subset(feature).filter(part::equals).isPresent())
        && (feature.measure() instanceof Measure.RowCount
            || feature.measure() instanceof Measure.Share
            || ALWAYS_FILLED.contains(table(feature) + "." + quantity(feature)));
  }

  /** Whether the category of an indicator or share tells what may not decide. */
  static boolean reveals(Feature feature) {
    return feature
        .category()
        .map(category -> !Uses.all().of(category.column(), category.value()).decides())
        .orElse(false);
  }

  static String table(Feature feature) {
    return feature.table().schema().name();
  }
}
