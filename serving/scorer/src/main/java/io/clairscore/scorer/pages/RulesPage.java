package io.clairscore.scorer.pages;

import java.util.List;

/**
 * Rules that imitate the model, measured on clients kept apart; exactly one holds for each client.
 *
 * @param clients those clients
 * @param fidelity share of them about whom rules and model agree
 * @param agreementByChance the same if the rules refused as many, but others by chance
 * @param rules those that decide about most clients first
 */
public record RulesPage(long clients, double fidelity, double agreementByChance, List<Rule> rules)
    implements PageContent {

  public RulesPage {
    rules = List.copyOf(rules);
  }

  /**
   * A rule.
   *
   * @param refuses whether it refuses
   * @param words the rule in one sentence
   * @param clients clients it decides about
   * @param coverage their share of all
   * @param fidelity share of them about whom the model decides as the rule does
   * @param defaulted share of them who defaulted
   * @param conditions all of them hold; none for a rule about everybody
   */
  public record Rule(
      boolean refuses,
      PageWords words,
      long clients,
      double coverage,
      double fidelity,
      double defaulted,
      List<Condition> conditions) {
    public Rule {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * What a rule asks of a feature.
   *
   * @param words the condition in words, without the feature
   * @param above known values must be greater; null for any
   * @param upTo known values must be at most this; null for any
   * @param known whether known values can satisfy it at all
   * @param unknown whether an unknown value satisfies it
   */
  public record Condition(
      String feature,
      PageWords label,
      PageWords words,
      Double above,
      Double upTo,
      boolean known,
      boolean unknown) {}
}
