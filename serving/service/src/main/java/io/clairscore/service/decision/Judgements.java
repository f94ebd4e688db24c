package io.clairscore.service.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditKind;
import io.clairscore.service.events.EventFilter;
import io.clairscore.service.events.EventHistory;
import io.clairscore.service.events.StoredEvent;
import io.clairscore.service.http.MayBeNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people decided on predictions, and what waits for them. Thread-safe. */
public final class Judgements {
  /** State of a review that was asked for. */
  public static final String OPENED = "opened";

  /** State of a review that is over. */
  public static final String CLOSED = "closed";

  private static final int PAGE = 1000;

  private final EventHistory events;

  public Judgements(EventHistory events) {
    this.events = events;
  }

  /** The prediction of a number, if it is about this client. */
  public Optional<StoredEvent.Prediction> prediction(int client, long number) {
    return events.prediction(number).filter(found -> found.event().client().orElse(0) == client);
  }

  /** Whether anything was ever predicted about a client. */
  public boolean knows(int client) {
    return events.latestPrediction(client).isPresent();
  }

  /** A review of a client that was asked for, and whether it waits. */
  public Optional<Review> review(int client, long number) {
    return reviews(EventFilter.client(client)).stream()
        .filter(review -> review.event() == number)
        .findFirst();
  }

  /** Reviews that wait, the oldest first. */
  public List<Review> waiting(int limit) {
    return reviews(EventFilter.ALL).stream().filter(Review::waits).limit(limit).toList();
  }

  /** Reviews that were asked for, the oldest first. */
  private List<Review> reviews(EventFilter filter) {
    Set<Long> closed = new HashSet<>();
    List<Review> opened = new ArrayList<>();
    long before = EventHistory.NEWEST;
    List<StoredEvent.Audit> page;
    do {
      page = events.audit(filter.of(AuditKind.REVIEW), before, PAGE);
      for (StoredEvent.Audit event : page) {
        before = event.receipt().number();
        AuditEntry.Review entry = (AuditEntry.Review) event.event().entry();
        if (entry.state().equals(CLOSED)) {
          closed.add(entry.review());
        } else {
          // Its end, if there was one, came later, and so was met before.
          opened.add(0, Review.of(event, entry, !closed.contains(before)));
        }
      }
    } while (page.size() == PAGE);
    return opened;
  }

  /**
   * A review that was asked for.
   *
   * @param event number of the event that asked for it
   * @param client SK_ID_CURR
   * @param prediction event of the prediction to review; absent if none was named
   * @param occurredAt when, ISO-8601 in UTC
   * @param by who asked
   * @param reason why, in their words
   * @param waits whether it is not over yet
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Review(
      long event,
      long client,
      @MayBeNull Long prediction,
      String occurredAt,
      String by,
      String reason,
      boolean waits) {

    private static Review of(StoredEvent.Audit event, AuditEntry.Review entry, boolean waits) {
      return new Review(
          event.receipt().number(),
          entry.client(),
          entry.prediction(),
          event.receipt().occurredAt().toString(),
          event.event().by().id(),
          entry.reason(),
          waits);
    }
  }
}
