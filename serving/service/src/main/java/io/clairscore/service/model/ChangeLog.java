package io.clairscore.service.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands changes to the journal in their order. A journal that cannot be written does not keep a
 * version from answering: the change waits, and is handed over again.
 */
final class ChangeLog {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);

  /** More changes than this were never made while a database was away. */
  private static final int MOST_WAITING = 1000;

  private final VersionJournal journal;
  private final Deque<VersionChange> waiting = new ArrayDeque<>();

  ChangeLog(VersionJournal journal) {
    this.journal = journal;
  }

  synchronized void add(VersionChange change) {
    waiting.add(change);
    if (waiting.size() > MOST_WAITING) {
      waiting.removeFirst();
    }
    retry();
  }

  /** Hands over what waits, as far as the journal takes it. */
  synchronized void retry() {
    try {
      while (!waiting.isEmpty()) {
        journal.record(waiting.getFirst());
        waiting.removeFirst();
      }
    } catch (RuntimeException fault) {
      LOG.warn("{} changes of version wait to be recorded: {}", waiting.size(), fault.getMessage());
    }
  }

  Optional<String> before() {
    return journal.before();
  }
}
