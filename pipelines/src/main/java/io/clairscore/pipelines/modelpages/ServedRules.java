package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.scorer.pages.RulesPage;
import java.util.List;

/** Short rules that imitate the served model. */
record ServedRules(ModelExplanation explanation) {

  RulesPage page() {
    List<RulesPage.Rule> rules =
        explanation.rules().stream()
            .map(
                rule ->
                    new RulesPage.Rule(
                        rule.refuses(),
                        PageTexts.in(rule::in),
                        rule.clients(),
                        rule.coverage(),
                        rule.fidelity(),
                        rule.defaulted()))
            .toList();
    return new RulesPage(
        rules.stream().mapToLong(RulesPage.Rule::clients).sum(),
        explanation.fidelity(),
        byChance(rules),
        rules);
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
