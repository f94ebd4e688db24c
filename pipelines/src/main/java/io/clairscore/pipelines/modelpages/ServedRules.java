package io.clairscore.pipelines.modelpages;

import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.explanation.RuleCondition;
import io.clairscore.pipelines.study.explanation.RuleOutcome;
import io.clairscore.scorer.pages.PageWords;
import io.clairscore.scorer.pages.RulesPage;
import java.util.List;
import java.util.stream.Collectors;

/** Short rules that imitate the served model. */
record ServedRules(ModelExplanation explanation, ValueRanges ranges) {

  RulesPage page() {
    List<RulesPage.Rule> rules = explanation.rules().stream().map(this::rule).toList();
    return new RulesPage(
        rules.stream().mapToLong(RulesPage.Rule::clients).sum(),
        explanation.fidelity(),
        byChance(rules),
        rules);
  }

  private RulesPage.Rule rule(RuleOutcome rule) {
    List<RulesPage.Condition> conditions = rule.conditions().stream().map(this::condition).toList();
    return new RulesPage.Rule(
        rule.refuses(),
        PageTexts.in(language -> sentence(language, rule.refuses(), conditions)),
        rule.clients(),
        rule.coverage(),
        rule.fidelity(),
        rule.defaulted(),
        conditions);
  }

  private RulesPage.Condition condition(RuleCondition condition) {
    return new RulesPage.Condition(
        condition.feature(),
        PageWords.of(FeatureTexts.core().label(condition.feature())),
        words(condition),
        condition.above(),
        condition.upTo(),
        condition.known(),
        condition.unknown());
  }

  private PageWords words(RuleCondition condition) {
    if (!condition.known()) {
      return PageTexts.say("values.unknown");
    }
    boolean first = condition.above() == null;
    boolean last = condition.upTo() == null;
    PageWords known =
        ranges.words(
            condition.feature(),
            first ? Double.valueOf(Double.NEGATIVE_INFINITY) : condition.above(),
            last ? Double.valueOf(Double.POSITIVE_INFINITY) : condition.upTo(),
            first,
            last);
    return condition.unknown()
        ? PageTexts.in(
            language ->
                PageTexts.say(
                    language, "values.orUnknown", "values", PageTexts.in(language, known)))
        : known;
  }

  private static String sentence(
      Language language, boolean refuses, List<RulesPage.Condition> conditions) {
    String decision = refuses ? "rule.refuse" : "rule.grant";
    if (conditions.isEmpty()) {
      return PageTexts.say(language, decision + ".always");
    }
    String all =
        conditions.stream()
            .map(condition -> condition(language, condition))
            .collect(Collectors.joining(PageTexts.say(language, "rule.and")));
    return PageTexts.say(language, decision, "conditions", all);
  }

  private static String condition(Language language, RulesPage.Condition condition) {
    return PageTexts.say(
        language,
        "rule.condition",
        "feature",
        FirstLetter.small(PageTexts.in(language, condition.label())),
        "values",
        PageTexts.in(language, condition.words()));
  }

  /** How often two independent refusers of these shares would agree. */
  private static double byChance(List<RulesPage.Rule> rules) {
    double byRules = 0;
    double byModel = 0;
    for (RulesPage.Rule rule : rules) {
      byRules += rule.refuses() ? rule.coverage() : 0;
      byModel += rule.coverage() * (rule.refuses() ? rule.fidelity() : 1 - rule.fidelity());
    }
    return byRules * byModel + (1 - byRules) * (1 - byModel);
  }
}
