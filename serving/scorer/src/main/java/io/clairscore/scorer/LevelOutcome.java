package io.clairscore.scorer;

import java.io.Serializable;
import java.util.Objects;

/**
 * What became of the training clients of one level, each scored by a model that had not seen the
 * client.
 *
 * @param clients clients whose out-of-fold margin lies in the level
 * @param defaults those who defaulted
 */
public record LevelOutcome(Level level, long clients, long defaults) implements Serializable {

  /**
   * @throws IllegalArgumentException if the counts are impossible
   */
  public LevelOutcome {
    Objects.requireNonNull(level, "level");
    if (defaults < 0 || defaults > clients) {
      throw new IllegalArgumentException(
          "Of %d clients of %s, %d cannot have defaulted".formatted(clients, level, defaults));
    }
  }

  /** Share of the clients who defaulted; NaN without clients. */
  public double rate() {
    return clients == 0 ? Double.NaN : (double) defaults / clients;
  }
}
