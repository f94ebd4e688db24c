package io.clairscore.scorer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where the seven levels begin: six margins, falling, each the lowest of a level from {@link
 * Level#VERY_HIGH_RISK} to {@link Level#SLIGHTLY_LOW_RISK}; below the last lies {@link
 * Level#VERY_LOW_RISK}. In JSON, the array of the margins.
 *
 * <p>The third margin is the decision threshold: the three riskier levels are refused, the four
 * others accepted, so that no level needs both answers.
 */
public record Levels(@JsonValue List<Double> lowestMargins) implements Serializable {
  private static final Level[] LEVELS = Level.values();

  /**
   * @throws IllegalArgumentException if there are not six finite, falling margins
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Levels {
    lowestMargins = List.copyOf(lowestMargins);
    boolean falling = lowestMargins.size() == LEVELS.length - 1;
    for (int i = 0; falling && i < lowestMargins.size(); i++) {
      falling =
          Double.isFinite(lowestMargins.get(i))
              && (i == 0 || lowestMargins.get(i) < lowestMargins.get(i - 1));
    }
    if (!falling) {
      throw new IllegalArgumentException(
          "Levels need six finite margins, each below the one before: " + lowestMargins);
    }
  }

  /**
   * Levels anchored on the threshold, each {@code step} wide in margin; with ln 2, one level is a
   * doubling of the odds of default.
   */
  public static Levels around(double threshold, double step) {
    return new Levels(
        DoubleStream.of(2, 1, 0, -1, -2, -3).mapToObj(i -> threshold + i * step).toList());
  }

  /** The margin that parts refused levels from accepted ones. */
  double threshold() {
    return lowestMargins.get(Level.SLIGHTLY_HIGH_RISK.ordinal());
  }

  /** The level of a margin. */
  public Level of(double margin) {
    int level = 0;
    while (level < lowestMargins.size() && margin < lowestMargins.get(level)) {
      level++;
    }
    return LEVELS[level];
  }
}
