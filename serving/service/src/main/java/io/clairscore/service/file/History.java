package io.clairscore.service.file;

import io.clairscore.service.events.AuditKind;
import io.clairscore.service.events.EventFilter;
import io.clairscore.service.events.EventHistory;
import io.clairscore.service.events.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was recorded about clients. Thread-safe. */
public final class History {
  private static final int PAGE = 1000;

  private final EventHistory events;

  public History(EventHistory events) {
    this.events = events;
  }

  /**
   * What was decided about a client, the newest first: predictions, decisions of people, reviews
   * and outcomes, but not who looked.
   *
   * @param before number that all of them are below
   * @param limit most that are given, up to 1,000
   */
  public List<HistoryEntry> decisions(int client, long before, int limit) {
    EventFilter about = EventFilter.client(client);
    List<StoredEvent> both = new ArrayList<>(events.predictions(about, before, limit));
    both.addAll(
        events.audit(
            about.of(AuditKind.HUMAN_DECISION, AuditKind.REVIEW, AuditKind.OUTCOME),
            before,
            limit));
    return both.stream()
        .sorted(
            Comparator.comparingLong((StoredEvent event) -> event.receipt().number()).reversed())
        .limit(limit)
        .map(HistoryEntry::of)
        .toList();
  }

  /** Everything about a client, the newest first, with who looked. */
  public List<HistoryEntry> everything(int client) {
    List<HistoryEntry> all = new ArrayList<>();
    List<StoredEvent> page = events.client(client, EventHistory.NEWEST, PAGE);
    while (!page.isEmpty()) {
      page.forEach(event -> all.add(HistoryEntry.of(event)));
      long last = page.get(page.size() - 1).receipt().number();
      page = page.size() < PAGE ? List.of() : events.client(client, last, PAGE);
    }
    return all;
  }
}
