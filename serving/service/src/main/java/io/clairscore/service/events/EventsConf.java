package io.clairscore.service.events;

import io.clairscore.features.settings.Require;
import java.time.Duration;

/**
 * How events are written, and how long they are kept.
 *
 * @param queue most events that wait to be written; beyond, more are refused
 * @param batch most events that one commit makes durable
 * @param patienceMillis how long a commit whose outcome is not known is looked for
 * @param keepDays how long events are kept before a command may remove them
 */
public record EventsConf(int queue, int batch, int patienceMillis, int keepDays) {
  /** The least that the AI Act asks of those who use a system of high risk (article 26(6)). */
  static final int LEAST_DAYS = 183;

  public static final EventsConf DEFAULT = new EventsConf(4096, 512, 5000, 730);

  public EventsConf {
    Require.positive("events.queue", queue);
    Require.positive("events.batch", batch);
    Require.notNegative("events.patienceMillis", patienceMillis);
    Require.atLeast(LEAST_DAYS, "events.keepDays", keepDays);
  }

  /** How long events are kept. */
  public Duration kept() {
    return Duration.ofDays(keepDays);
  }
}
