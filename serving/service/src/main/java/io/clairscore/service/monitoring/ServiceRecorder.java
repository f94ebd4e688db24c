package io.clairscore.service.monitoring;

import io.clairscore.service.store.Database;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the service did, minute by minute. A store that is away is waited for: minutes are
 * held in memory meanwhile, up to a day of them.
 */
final class ServiceRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceRecorder.class);
  private static final int MOST_WAITING = 24 * 60;

  private final Database database;
  private final TreeMap<Long, ServiceTally> waiting = new TreeMap<>();
  private volatile ServiceTally lastMinute = ServiceTally.NONE;

  ServiceRecorder(Database database) {
    this.database = database;
  }

  /** Adds to the minute that holds a moment. */
  synchronized void add(long moment, ServiceTally more) {
    waiting.merge(Grain.MINUTE.begin(moment), more, ServiceTally::plus);
    if (waiting.size() > MOST_WAITING) {
      waiting.pollFirstEntry();
    }
  }

  /**
   * Stores the minutes that are over.
   *
   * @return whether a minute was over
   */
  synchronized boolean store(long now) {
    Map<Long, ServiceTally> over = waiting.headMap(Grain.MINUTE.begin(now));
    if (over.isEmpty()) {
      return false;
    }
    lastMinute = waiting.get(waiting.headMap(Grain.MINUTE.begin(now)).lastKey());
    store(over);
    return true;
  }

  /** Stores everything, the minute that is not over included: its rest adds to it. */
  synchronized void storeAll() {
    store(waiting);
  }

  private void store(Map<Long, ServiceTally> minutes) {
    try {
      database.change(
          handle ->
              minutes.forEach(
                  (minute, sum) -> {
                    for (Grain grain : Grain.values()) {
                      Windows.SERVICE.add(handle, grain, minute, "", sum);
                    }
                  }));
      minutes.clear();
    } catch (RuntimeException away) {
      LOG.warn("{} minutes wait to be stored: {}", minutes.size(), away.getMessage());
    }
  }

  /** The last minute that was over. */
  ServiceTally lastMinute() {
    return lastMinute;
  }
}
