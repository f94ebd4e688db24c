package io.clairscore.pipelines.study.explanation;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import java.util.List;

/** Rules in words of a language. */
final class RuleWords {
  private final List<String> names;
  private final Language language;
  private final Phrases<RulePhrase> phrases;
  private final Figures figures;

  /**
   * Words of rules.
   *
   * @param names names of the features
   */
  RuleWords(List<String> names, Language language) {
    this.names = names;
    this.language = language;
    this.phrases = new Phrases<>(RulePhrase.class, "rules.tsv", language);
    this.figures = new Figures(language);
  }

  /** The rule in one sentence. */
  String of(Rule rule) {
    String decision = phrases.say(rule.refuses() ? RulePhrase.REFUSE : RulePhrase.GRANT);
    return rule.conditions().stream()
        .map(this::of)
        .reduce(
            (before, next) -> phrases.say(RulePhrase.AND, "conditions", before, "condition", next))
        .map(all -> phrases.say(RulePhrase.IF, "decision", decision, "conditions", all))
        .orElseGet(() -> phrases.say(RulePhrase.ALWAYS, "decision", decision));
  }

  private String of(Condition condition) {
    if (!condition.known()) {
      return phrases.say(RulePhrase.UNKNOWN, "feature", label(condition));
    }
    String bounds =
        phrases.say(
            bounds(condition),
            "feature",
            label(condition),
            "above",
            number(condition.above()),
            "upTo",
            number(condition.upTo()));
    return condition.unknown() && condition.bounded()
        ? phrases.say(RulePhrase.OR_UNKNOWN, "condition", bounds)
        : bounds;
  }

  private static RulePhrase bounds(Condition condition) {
    if (!condition.bounded()) {
      return RulePhrase.KNOWN;
    }
    if (condition.above() == Double.NEGATIVE_INFINITY) {
      return RulePhrase.UP_TO;
    }
    return condition.upTo() == Double.POSITIVE_INFINITY ? RulePhrase.ABOVE : RulePhrase.BETWEEN;
  }

  private String label(Condition condition) {
    String name = names.get(condition.feature());
    return Catalogue.core()
        .feature(name)
        .map(feature -> FeatureTexts.core().label(feature).in(language) + " (" + name + ")")
        .orElse(name);
  }

  /** Four significant digits suffice to apply a rule by hand. */
  private String number(double value) {
    double size = Math.abs(value);
    return figures.number(value, size >= 1000 ? 0 : size >= 10 ? 2 : 4);
  }
}
