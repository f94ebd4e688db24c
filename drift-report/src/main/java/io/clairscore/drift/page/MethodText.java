package io.clairscore.drift.page;

import io.clairscore.drift.verdict.Bands;
import io.clairscore.drift.verdict.DriftPolicy;
import io.clairscore.features.text.Figures;
import java.util.List;

/** The appendix: what every figure is and where the limits lie, from the policy itself. */
record MethodText(Words words, Figures figures, DriftPolicy policy) {

  List<String> paragraphs() {
    return List.of(
        words.say(Phrase.METHOD_DECISION, "level", figures.percentLimit(policy.level())),
        distance(Phrase.METHOD_PSI, policy.psi()),
        distance(Phrase.METHOD_WASSERSTEIN, policy.wasserstein()),
        distance(Phrase.METHOD_JENSEN_SHANNON, policy.jensenShannon()),
        share(Phrase.METHOD_MISSING, policy.missing()),
        share(Phrase.METHOD_CATEGORIES, policy.categories()),
        words.say(Phrase.METHOD_KS),
        words.say(
            Phrase.METHOD_ALARM,
            "top",
            figures.count(policy.topFeatures()),
            "importance",
            figures.percentLimit(policy.importanceShare())),
        words.say(Phrase.METHOD_EVIDENTLY, "share", figures.percentLimit(policy.columnShare())),
        words.say(Phrase.METHOD_JSON));
  }

  private String distance(Phrase phrase, Bands bands) {
    return words.say(
        phrase,
        "moderate",
        figures.number(bands.moderate(), 3),
        "strong",
        figures.number(bands.strong(), 3));
  }

  private String share(Phrase phrase, Bands bands) {
    return words.say(
        phrase,
        "moderate",
        figures.percentLimit(bands.moderate()),
        "strong",
        figures.percentLimit(bands.strong()));
  }
}
