package io.clairscore.scorer;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;

/** How risky a client is, in seven words, from the riskiest on. */
public enum Level {
  VERY_HIGH_RISK,
  HIGH_RISK,
  SLIGHTLY_HIGH_RISK,
  MEDIUM_RISK,
  SLIGHTLY_LOW_RISK,
  LOW_RISK,
  VERY_LOW_RISK;

  private static final TextTable WORDS = TextTable.read(Level.class, "levels.tsv", 1);

  /** The word for the risk ("très élevé", "very high"). */
  public String word(Language language) {
    return WORDS.text("word", name()).in(language);
  }
}
