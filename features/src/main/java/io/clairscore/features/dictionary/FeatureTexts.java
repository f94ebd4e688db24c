package io.clairscore.features.dictionary;

import io.clairscore.features.catalogue.Aggregate;
import io.clairscore.features.catalogue.AttachedQuantity;
import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Expression;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Measure;
import io.clairscore.features.catalogue.Measure.Aggregated;
import io.clairscore.features.catalogue.Measure.Indicator;
import io.clairscore.features.catalogue.Measure.Share;
import io.clairscore.features.catalogue.Measure.Value;
import io.clairscore.features.catalogue.Quantity;
import io.clairscore.features.catalogue.RowQuantity;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Labels and descriptions of features, composed from the texts of their column, aggregate and
 * filter. A text that composition would make awkward stands in a table of exceptions, by measure
 * ({@code phrases.tsv}) or by feature ({@code features.tsv}).
 */
public final class FeatureTexts {
  private static final FeatureTexts CORE = new FeatureTexts(Catalogue.core());

  private final Texts columns = Texts.all();
  private final Wording wording = new Wording();
  private final Map<String, Text> labels = new LinkedHashMap<>();
  private final Map<String, Text> descriptions = new LinkedHashMap<>();

  /**
   * Texts of every feature of a catalogue.
   *
   * @throws IllegalStateException if a text is missing
   */
  FeatureTexts(Catalogue catalogue) {
    for (Feature feature : catalogue.features()) {
      labels.put(feature.name(), both(language -> label(feature, language)));
      descriptions.put(feature.name(), both(language -> description(feature, language)));
    }
  }

  /** The texts of the core features, composed once. */
  public static FeatureTexts core() {
    return CORE;
  }

  /** A few words, unique in the catalogue, without full stop. */
  public Text label(Feature feature) {
    return labels.get(feature.name());
  }

  /** The label of a feature by name; the name itself where the catalogue has no such feature. */
  public Text label(String name) {
    return labels.getOrDefault(name, new Text(name, name));
  }

  /** What the feature is, then how it sums up several rows, in one or two sentences. */
  public Text description(Feature feature) {
    return descriptions.get(feature.name());
  }

  /** The rows a feature of a history sums up, as a plural without article. */
  public Text rows(Feature feature) {
    return wording.rows(feature.table(), feature.filter());
  }

  /** What 1 and 0 mean, in this order, for a feature of which they are the only values. */
  public Optional<List<Text>> yesAndNo(Feature feature) {
    if (feature.unit() != Unit.FLAG) {
      return Optional.empty();
    }
    if (feature.quantity().orElse(null) instanceof RowQuantity quantity
        && quantity.expression() instanceof Expression.OneOrZero binary) {
      return Optional.of(
          List.of(
              columns.label(binary.one().column(), binary.one().value()),
              columns.label(binary.zero().column(), binary.zero().value())));
    }
    return Optional.of(List.of(wording.heading("yes"), wording.heading("no")));
  }

  public Text label(Aggregate aggregate) {
    return wording.aggregate("label", aggregate.name());
  }

  public Text label(BusinessGroup group) {
    return wording.groups.text("label", group.name());
  }

  public Text description(BusinessGroup group) {
    return wording.groups.text("description", group.name());
  }

  private String label(Feature feature, Language language) {
    Measure measure = feature.measure();
    if (wording.features.has(feature.name())) {
      return wording.features.text("label", feature.name()).in(language);
    }
    if (measure instanceof Value value) {
      return quantityText("label", feature, value.quantity()).in(language);
    }
    Map<String, String> slots = slots(feature, language);
    if (measure instanceof Aggregated aggregated && !isShare(measure)) {
      Quantity quantity = aggregated.quantity();
      Aggregate aggregate = aggregated.aggregate();
      return wording.aggregated(feature.table(), quantity.name(), aggregate, language, slots);
    }
    Text pattern =
        isShare(measure)
            ? wording.share(measure.category().orElseThrow().column())
            : wording.aggregate("label", aggregateKey(measure));
    return Wording.fill(pattern.in(language), slots);
  }

  private String description(Feature feature, Language language) {
    Measure measure = feature.measure();
    Optional<Quantity> quantity = isShare(measure) ? Optional.empty() : feature.quantity();
    Optional<Text> subject =
        quantity
            .map(number -> quantityText("description", feature, number))
            .or(() -> measure.category().map(category -> columns.description(category.column())));
    String first = subject.map(text -> text.in(language)).orElse("");
    if (measure instanceof Value) {
      return first;
    }
    String pattern = wording.aggregate("description", aggregateKey(measure)).in(language);
    return (first + " " + Wording.fill(pattern, slots(feature, language))).strip();
  }

  private Map<String, String> slots(Feature feature, Language language) {
    Map<String, String> slots = new LinkedHashMap<>();
    if (!(feature.measure() instanceof Indicator)) {
      slots.put("rows", wording.rows(feature.table(), feature.filter()).in(language));
    }
    feature
        .measure()
        .category()
        .ifPresent(
            category -> {
              String value = columns.label(category.column(), category.value()).in(language);
              slots.put("Column", columns.label(category.column()).in(language));
              slots.put("Value", value);
              slots.put("value", FirstLetter.small(value));
            });
    return slots;
  }

  /** A text of a quantity: of its column, unless it is derived. */
  private Text quantityText(String text, Feature feature, Quantity quantity) {
    Optional<Column> column =
        quantity instanceof AttachedQuantity
            ? Optional.empty()
            : feature.table().schema().column(quantity.name());
    return column
        .map(own -> text.equals("label") ? columns.label(own) : columns.description(own))
        .orElseGet(() -> wording.derived(text, feature.table(), quantity.name()));
  }

  /** Whether a measure is a share, or averages one over child rows. */
  private static boolean isShare(Measure measure) {
    return measure.category().isPresent() && !(measure instanceof Indicator);
  }

  private static String aggregateKey(Measure measure) {
    if (measure instanceof Indicator) {
      return "INDICATOR";
    }
    if (isShare(measure)) {
      return measure instanceof Share ? "SHARE" : "SHARE_OF_MONTHS";
    }
    return measure instanceof Aggregated aggregated ? aggregated.aggregate().name() : "COUNT";
  }

  private static Text both(Function<Language, String> text) {
    return new Text(text.apply(Language.FRENCH), text.apply(Language.ENGLISH));
  }
}
