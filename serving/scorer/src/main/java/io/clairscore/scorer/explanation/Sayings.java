package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Measure;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sentences about what is true of a client: those about the application by feature ({@code
 * sayings.tsv}), those about histories by quantity and aggregate ({@code facts.tsv}), those about
 * what is missing by its source ({@code absences.tsv}). What has no sentence is not told.
 */
final class Sayings {
  private final TextTable sayings = TextTable.read(Sayings.class, "sayings.tsv", 1);
  private final TextTable facts = TextTable.read(Sayings.class, "facts.tsv", 3);
  private final TextTable absences = TextTable.read(Sayings.class, "absences.tsv", 1);

  /** The sentence about a value; nothing if there is none, or the value is no sensible one. */
  Optional<Text> of(Feature feature, float value) {
    if (Float.isNaN(value) || value < 0 && feature.unit() == Unit.MONEY) {
      return Optional.empty();
    }
    return variants(feature, value)
        .flatMap(variant -> written(feature, variant).stream())
        .findFirst();
  }

  /** The sentence about what is absent. */
  Optional<Text> of(String absence) {
    return absences.has(absence) ? Optional.of(absences.text("text", absence)) : Optional.empty();
  }

  /** Endings of keys, the most special first. */
  private static Stream<String> variants(Feature feature, float value) {
    boolean flag = feature.unit() == Unit.FLAG;
    if (value == 0 || value == 1 && (flag || feature.measure() instanceof Measure.Share)) {
      return Stream.of("=" + (int) value, "");
    }
    return value > 0 && feature.unit() == Unit.DAYS ? Stream.of(">0", "") : Stream.of("");
  }

  private Optional<Text> written(Feature feature, String variant) {
    if (Topics.history(feature).isEmpty()) {
      String said = indicated(feature).map(c -> c.column().name()).orElse(feature.name()) + variant;
      return sayings.has(said) ? Optional.of(sayings.text("text", said)) : Optional.empty();
    }
    String quantity = Topics.quantity(feature);
    String aggregate = aggregate(feature) + variant;
    return Stream.concat(
            feature.category().map(c -> quantity + "=" + c.value()).stream(), Stream.of(quantity))
        .filter(key -> facts.has(Topics.table(feature), key, aggregate))
        .map(key -> facts.text("text", Topics.table(feature), key, aggregate))
        .findFirst();
  }

  private static String aggregate(Feature feature) {
    if (feature.measure() instanceof Measure.Share) {
      return "SHARE";
    }
    return feature.aggregate().map(Enum::name).orElse("COUNT");
  }

  /** The category of an indicator. */
  static Optional<Category> indicated(Feature feature) {
    return feature.measure() instanceof Measure.Indicator ? feature.category() : Optional.empty();
  }
}
