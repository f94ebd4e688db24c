package io.clairscore.scorer;

import java.util.Locale;

/** How risky a client is, in seven words, from the riskiest on. */
public enum Level {
  VERY_HIGH_RISK,
  HIGH_RISK,
  SLIGHTLY_HIGH_RISK,
  MEDIUM_RISK,
  SLIGHTLY_LOW_RISK,
  LOW_RISK,
  VERY_LOW_RISK;

  private static final LevelWords WORDS = LevelWords.read();

  /** The word for the risk ("très élevé", "very high"): French, or English for any other locale. */
  public String word(Locale locale) {
    return WORDS.word(this, locale);
  }
}
