package io.clairscore.service.monitoring;

import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Predictions by decision and level since the service started. */
final class PredictionCounts {
  private final Map<Decision, Map<Level, LongAdder>> counts = new EnumMap<>(Decision.class);

  PredictionCounts() {
    for (Decision decision : Decision.values()) {
      Map<Level, LongAdder> byLevel = new EnumMap<>(Level.class);
      for (Level level : Level.values()) {
        byLevel.put(level, new LongAdder());
      }
      counts.put(decision, byLevel);
    }
  }

  void add(Decision decision, Level level) {
    of(decision, level).increment();
  }

  LongAdder of(Decision decision, Level level) {
    return counts.get(decision).get(level);
  }
}
