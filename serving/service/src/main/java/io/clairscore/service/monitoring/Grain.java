package io.clairscore.service.monitoring;

import java.time.Duration;

/** How wide the windows of a series are. Windows begin at whole ones of them in UTC. */
public enum Grain {
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1));

  private final long millis;

  Grain(Duration width) {
    millis = width.toMillis();
  }

  /** How wide a window is. */
  public Duration duration() {
    return Duration.ofMillis(millis);
  }

  long millis() {
    return millis;
  }

  /** Beginning of the window that holds a moment, in milliseconds since 1970. */
  long begin(long moment) {
    return Math.floorDiv(moment, millis) * millis;
  }
}
