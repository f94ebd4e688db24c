package io.clairscore.pipelines.study.explanation;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.study.learner.ClientMatrix;

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
 */
public record RuleOutcome(
    boolean refuses,
    String french,
    String english,
    long clients,
    double coverage,
    double fidelity,
    double defaulted) {

  /** The rule in a language. */
  public String in(Language language) {
    return new Text(french, english).in(language);
  }

  static RuleOutcome of(Rule rule, Text words, ClientMatrix apart, boolean[] refused) {
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
        (double) bad / clients);
  }
}
