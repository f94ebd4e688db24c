package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Figures;
import io.clairscore.scorer.FeatureReference;
import java.util.Locale;

/** A reason as an advisor says it: the fact, its effect, and how accepted clients compare. */
final class ReasonText {
  private final Words words;
  private final Figures figures;
  private final ValueText values;

  ReasonText(Words words, Figures figures) {
    this.words = words;
    this.figures = figures;
    this.values = new ValueText(words, figures);
  }

  String of(Reason reason) {
    // What is absent is named as a whole already.
    boolean merged = reason.merged() > 0 && reason.factor().kind() == Factor.Kind.VALUE;
    String sentence =
        words.say(
            merged ? Phrase.REASON_MERGED : Phrase.REASON,
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
    return words.say(Phrase.MISSING, "fact", fact(reason), "points", points(reason.points()));
  }

  /** Points with sign and unit. */
  String points(int points) {
    Phrase unit = figures.singular(points) ? Phrase.POINT_ONE : Phrase.POINT_MANY;
    return words.say(unit, "count", figures.signed(points, 0));
  }

  /** What is true of the client, without judgement. */
  String fact(Reason reason) {
    Feature feature = reason.feature();
    if (reason.factor().kind() == Factor.Kind.ABSENCE) {
      return words
          .absence(reason.factor().code())
          .orElseGet(() -> words.say(Phrase.ABSENT, "label", inSentence(label(feature))));
    }
    String value = values.of(feature, reason.value());
    String flag = feature.name() + "=" + (reason.value() == 1 ? 1 : 0);
    return words
        .saying(feature.name(), value)
        .or(() -> words.saying(flag, value))
        .or(() -> words.saying(column(feature), value))
        .orElseGet(() -> words.say(Phrase.VALUE, "label", label(feature), "value", value));
  }

  private String effect(Reason reason) {
    return words.say(Phrase.valueOf(reason.direction() + "_" + reason.strength()));
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
          : words.say(Phrase.KNOWN, "share", figures.percent(accepted.known()));
    }
    if (reason.feature().unit() == Unit.FLAG) {
      double share = reason.value() == 1 ? accepted.mean() : 1 - accepted.mean();
      return words.say(Phrase.CASE, "share", figures.percent(share));
    }
    String median = values.of(reason.feature(), accepted.quartiles().median());
    return median.equals(values.of(reason.feature(), reason.value()))
        ? words.say(Phrase.SAME_MEDIAN)
        : words.say(Phrase.MEDIAN, "value", median);
  }

  /** An indicator is 0 and not missing where its category is absent: no share of it is known. */
  private static boolean isCategory(Reason reason) {
    return !Float.isNaN(reason.value());
  }

  /** The label of a category column for its indicators, or else of the feature. */
  private String label(Feature feature) {
    return feature.unit() == Unit.FLAG && feature.categoryColumn().isPresent()
        ? Texts.all().label(feature.categoryColumn().get()).in(words.language())
        : FeatureTexts.core().label(feature).in(words.language());
  }

  private static String column(Feature feature) {
    return feature.unit() == Unit.FLAG
        ? feature.categoryColumn().map(CategoryColumn::name).orElse("")
        : "";
  }

  private static String inSentence(String label) {
    return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }
}
