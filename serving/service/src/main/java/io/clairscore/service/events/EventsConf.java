package io.clairscore.service.events;

import java.time.Duration;

/**
 * How events are written.
 *
 * @param queue most events that wait to be written; beyond, more are refused
 * @param batch most events that one commit makes durable
 * @param patience how long a commit whose outcome is not known is looked for
 */
public record EventsConf(int queue, int batch, Duration patience) {
  public static final EventsConf DEFAULT = new EventsConf(4096, 512, Duration.ofSeconds(5));

  /**
   * @throws io.clairscore.features.refusal.Refusal with USAGE if a value cannot be used
   */
  public EventsConf {
    if (queue < 1 || batch < 1 || patience.isNegative()) {
      throw EventsErrors.setting(queue, batch, patience);
    }
  }
}
