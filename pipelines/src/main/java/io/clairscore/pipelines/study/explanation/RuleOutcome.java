package io.clairscore.pipelines.study.explanation;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.study.learner.ClientMatrix;
import java.util.List;

/**
 * A rule in words and what it is worth on clients the model was not fitted on.
 *
 * @param refuses whether it refuses
 * @param french the rule in French
 * @param english the rule in English
 * @param clients clients it decides about
 * @param coverage their share of all clients
 * @param fidelity share of them about whom the model decides as the rule does
 * @param defaulted share of them who defaulted
 * @param conditions what it asks; empty if it asks nothing, or in studies of earlier programs
 */
public record RuleOutcome(
    boolean refuses,
    String french,
    String english,
    long clients,
    double coverage,
    double fidelity,
    double defaulted,
    List<RuleCondition> conditions) {

  public RuleOutcome {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /** The rule in a language. */
  public String in(Language language) {
    return new Text(french, english).in(language);
  }

  static RuleOutcome of(
      Rule rule, List<String> names, Text words, ClientMatrix apart, boolean[] refused) {
    long clients = 0;
    long alike = 0;
    long bad = 0;
    for (int i = 0; i < apart.size(); i++) {
      if (rule.holds(apart.rows()[i])) {
        clients++;
        alike += refused[i] == rule.refuses() ? 1 : 0;
        bad += apart.target()[i];
      }
    }
    return new RuleOutcome(
        rule.refuses(),
        words.french(),
        words.english(),
        clients,
        (double) clients / apart.size(),
        (double) alike / clients,
        (double) bad / clients,
        rule.conditions().stream()
            .map(condition -> RuleCondition.of(condition, names.get(condition.feature())))
            .toList());
  }
}
