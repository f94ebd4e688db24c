package io.clairscore.drift.page;

import io.clairscore.drift.verdict.Bands;
import io.clairscore.drift.verdict.DriftPolicy;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.List;

/** The appendix: what every figure is and where the limits lie, from the policy itself. */
record MethodText(Words words, Figures figures, DriftPolicy policy) {

  List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        words.say(Phrase.METHOD_DECISION, "level", figures.percentLimit(policy.level())));
    for (Statistic statistic : Statistic.values()) {
      words.method(statistic, limits(statistic)).ifPresent(paragraphs::add);
    }
    paragraphs.add(
        words.say(
            Phrase.METHOD_ALARM,
            "top",
            figures.count(policy.topFeatures()),
            "importance",
            figures.percentLimit(policy.importanceShare())));
    paragraphs.add(
        words.say(Phrase.METHOD_EVIDENTLY, "share", figures.percentLimit(policy.columnShare())));
    paragraphs.add(words.say(Phrase.METHOD_JSON));
    return paragraphs;
  }

  /** What fills the slots of a statistic's paragraph; nothing of one without limits. */
  private String[] limits(Statistic statistic) {
    if (statistic.standardLimits().isEmpty()) {
      return new String[0];
    }
    Bands limits = policy.limits(statistic);
    return new String[] {
      "moderate", limit(statistic, limits.moderate()), "strong", limit(statistic, limits.strong())
    };
  }

  private String limit(Statistic statistic, double limit) {
    return statistic.unit() == Statistic.Unit.SHARE
        ? figures.percentLimit(limit)
        : figures.number(limit, 3);
  }
}
