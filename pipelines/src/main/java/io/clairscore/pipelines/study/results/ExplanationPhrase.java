package io.clairscore.pipelines.study.results;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;

/** Words of the tables and pictures of a model as a whole ({@code explanation.tsv}). */
public enum ExplanationPhrase {
  ZONES,
  ZONE_COLUMNS,
  LOWERED,
  NEUTRAL,
  RAISED,
  UNKNOWN,
  RULES,
  RULE_COLUMNS,
  SWARM_TITLE,
  SWARM_DESCRIPTION,
  SWARM_AXIS,
  LOW_VALUE,
  HIGH_VALUE,
  UNKNOWN_VALUE,
  EFFECT_DESCRIPTION,
  EFFECT_X,
  EFFECT_Y,
  ALE,
  PDP;

  /** The words in a language. */
  public static Phrases<ExplanationPhrase> in(Language language) {
    return new Phrases<>(ExplanationPhrase.class, "explanation.tsv", language);
  }
}
