package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Phrases;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.FeatureReference;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reason as an advisor says it: the fact, its effect, and how accepted clients compare. Some
 * features and categories ({@code sayings.tsv}), and some of what may be absent ({@code
 * absences.tsv}), have words of their own.
 */
final class ReasonText {
  private final TextTable sayings = TextTable.read(ReasonText.class, "sayings.tsv", 1);
  private final TextTable absences = TextTable.read(ReasonText.class, "absences.tsv", 1);
  private final Phrases<Spoken> words;
  private final Figures figures;
  private final ValueText values;

  ReasonText(Phrases<Spoken> words, Figures figures) {
    this.words = words;
    this.figures = figures;
    this.values = new ValueText(words, figures);
  }

  String of(Reason reason) {
    // What is absent is named as a whole already.
    boolean merged = reason.merged() > 0 && reason.factor().kind() == Factor.Kind.VALUE;
    String sentence =
        words.say(
            merged ? Spoken.REASON_MERGED : Spoken.REASON,
            "fact",
            fact(reason),
            "effect",
            effect(reason),
            "points",
            points(reason.points()));
    return (sentence + " " + comparison(reason)).strip();
  }

  /** A reason without its effect in words, for a list of what is missing. */
  String inShort(Reason reason) {
    return words.say(Spoken.MISSING, "fact", fact(reason), "points", points(reason.points()));
  }

  /** Points with sign and unit. */
  String points(int points) {
    Spoken unit = figures.singular(points) ? Spoken.POINT_ONE : Spoken.POINT_MANY;
    return words.say(unit, "count", figures.signed(points, 0));
  }

  /** What is true of the client, without judgement. */
  String fact(Reason reason) {
    Feature feature = reason.feature();
    if (reason.factor().kind() == Factor.Kind.ABSENCE) {
      String source = reason.factor().code();
      return absences.has(source)
          ? absences.text("text", source).in(words.language())
          : words.say(Spoken.ABSENT, "label", FirstLetter.small(label(feature)));
    }
    String value = values.of(feature, reason.value());
    String flag = feature.name() + "=" + (reason.value() == 1 ? 1 : 0);
    return Stream.of(feature.name(), flag, indicated(feature).map(CategoryColumn::name).orElse(""))
        .filter(sayings::has)
        .findFirst()
        .map(said -> Slots.fill(sayings.text("text", said).in(words.language()), "value", value))
        .orElseGet(() -> words.say(Spoken.VALUE, "label", label(feature), "value", value));
  }

  private String effect(Reason reason) {
    return words.say(Spoken.valueOf(reason.direction() + "_" + reason.strength()));
  }

  /** How accepted clients compare; nothing where none has a value. */
  private String comparison(Reason reason) {
    FeatureReference accepted = reason.accepted();
    if (accepted.known() == 0) {
      return "";
    }
    if (reason.factor().kind() == Factor.Kind.ABSENCE) {
      return isCategory(reason)
          ? ""
          : words.say(Spoken.KNOWN, "share", figures.percent(accepted.known()));
    }
    if (reason.feature().unit() == Unit.FLAG) {
      double share = reason.value() == 1 ? accepted.mean() : 1 - accepted.mean();
      return words.say(Spoken.CASE, "share", figures.percent(share));
    }
    String median = values.of(reason.feature(), accepted.quartiles().median());
    return median.equals(values.of(reason.feature(), reason.value()))
        ? words.say(Spoken.SAME_MEDIAN)
        : words.say(Spoken.MEDIAN, "value", median);
  }

  /** An indicator is 0 and not missing where its category is absent: no share of it is known. */
  private static boolean isCategory(Reason reason) {
    return !Float.isNaN(reason.value());
  }

  /** The label of a category column for its indicators, or else of the feature. */
  private String label(Feature feature) {
    return indicated(feature)
        .map(column -> Texts.all().label(column))
        .orElseGet(() -> FeatureTexts.core().label(feature))
        .in(words.language());
  }

  /** The category column of an indicator. */
  private static Optional<CategoryColumn> indicated(Feature feature) {
    return feature.category().map(Category::column).filter(c -> feature.unit() == Unit.FLAG);
  }
}
