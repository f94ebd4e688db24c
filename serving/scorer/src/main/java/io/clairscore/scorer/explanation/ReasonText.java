package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;

/**
 * A reason as an advisor says it: the fact, how accepted clients compare, and the points. Where
 * they are those of several facts, the name of the subject ({@code subjects.tsv}) says which.
 */
final class ReasonText {
  private final Sayings sayings = new Sayings();
  private final TextTable subjects = TextTable.read(ReasonText.class, "subjects.tsv", 1);
  private final Phrases<Spoken> words;
  private final Figures figures;
  private final ValueText values;

  ReasonText(Phrases<Spoken> words, Figures figures, Amounts amounts) {
    this.words = words;
    this.figures = figures;
    this.values = new ValueText(words, figures, amounts);
  }

  /** The sentence, as one of a theme that points in the same direction or in the other. */
  String of(Reason reason, Direction theme) {
    String sentence = sentence(reason);
    return reason.direction() == theme
        ? sentence
        : words.say(Spoken.OPPOSITE, "sentence", FirstLetter.small(sentence));
  }

  private String sentence(Reason reason) {
    String points = told(reason);
    if (!reason.spoken()) {
      String subject = FirstLetter.capital(subject(reason));
      Spoken silent = Spoken.valueOf("SUBJECT_" + reason.direction());
      return words.say(silent, "subject", subject, "points", points(reason.points()));
    }
    String comparison = comparison(reason);
    // What is one way or the other has no more or less that the rest of the file would explain.
    boolean plain = reason.absent() || reason.feature().unit() == Unit.FLAG;
    String without = (plain ? "PLAIN_" : "ALONE_") + reason.direction();
    return words.say(
        comparison.isEmpty() ? Spoken.valueOf(without) : Spoken.REASON,
        "fact",
        fact(reason),
        "comparison",
        comparison,
        "points",
        points);
  }

  /** Whether the sentence compares with accepted clients; two values may look alike when told. */
  boolean compares(Reason reason) {
    return reason.spoken() && !comparison(reason).isEmpty();
  }

  /** The points; of several facts, with the name of what is summed up. */
  private String told(Reason reason) {
    boolean several = reason.merged() > 0 && reason.factor().kind() == Factor.Kind.SUBJECT;
    String points = points(reason.points());
    return several
        ? words.say(Spoken.SUBJECT_POINTS, "subject", subject(reason), "points", points)
        : points;
  }

  /** Points with sign and unit. */
  String points(int points) {
    Spoken unit = figures.singular(points) ? Spoken.POINT_ONE : Spoken.POINT_MANY;
    return words.say(unit, "count", figures.signed(points, 0));
  }

  private String subject(Reason reason) {
    return reason.factor().kind() == Factor.Kind.HISTORY
        ? FirstLetter.small(sayings.of(reason.factor().code()).orElseThrow().in(language()))
        : subjects.text("label", reason.factor().code()).in(language());
  }

  /** What is true of the client, without judgement. */
  String fact(Reason reason) {
    if (reason.absent()) {
      return sayings.of(reason.absence()).orElseThrow().in(language());
    }
    Feature feature = reason.feature();
    String pattern = sayings.of(feature, reason.value()).orElseThrow().in(language());
    String value = Sayings.indicated(feature).isPresent() ? category(feature) : value(reason);
    return Slots.fill(
        pattern,
        "value",
        value,
        "times",
        values.times(reason.value()),
        "category",
        category(feature),
        "rows",
        Topics.history(feature).isEmpty() ? "" : FeatureTexts.core().rows(feature).in(language()));
  }

  private String value(Reason reason) {
    return values.of(reason.feature(), reason.value());
  }

  private String category(Feature feature) {
    return feature
        .category()
        .map(c -> Texts.all().label(c.column(), c.value()).in(language()))
        .map(FirstLetter::small)
        .orElse("");
  }

  /** How accepted clients compare; nothing where that explains nothing. */
  private String comparison(Reason reason) {
    return reason.comparison().map(comparison -> comparison(reason, comparison)).orElse("");
  }

  private String comparison(Reason reason, Comparison comparison) {
    if (comparison.kind() == Comparison.Kind.CASE) {
      long hundred = Math.round(100 * comparison.value());
      String count = figures.number(hundred, 0);
      return hundred == 0
          ? words.say(Spoken.CASE_RARE)
          : words.say(hundred == 1 ? Spoken.CASE_ONE : Spoken.CASE, "count", count);
    }
    Feature feature = reason.feature();
    boolean mean = comparison.kind() == Comparison.Kind.ON_AVERAGE;
    String other =
        mean ? values.mean(feature, comparison.value()) : values.of(feature, comparison.value());
    boolean alike = other.equals(value(reason));
    if (alike) {
      return "";
    }
    if (mean) {
      return words.say(Spoken.MEAN, "value", other);
    }
    return comparison.kind() == Comparison.Kind.AT_MOST && comparison.value() == 0
        ? words.say(Spoken.NONE)
        : words.say(Spoken.HALF, "bound", values.bound(feature, comparison));
  }

  private Language language() {
    return words.language();
  }
}
