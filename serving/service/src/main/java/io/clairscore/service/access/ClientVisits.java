package io.clairscore.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditTrail;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps a person from reading the files of one client after another: so many different ones in an
 * hour, whatever tokens the person uses. A file that was opened within the hour may be opened
 * again. Everybody on this machine ({@code --insecure-local}) is not counted.
 */
public final class ClientVisits {
  private static final long SPAN = Duration.ofHours(1).toNanos();
  private static final int MOST_PERSONS = 2000;

  private final int most;
  private final AuditTrail trail;
  private final Ticker ticker;
  private final Cache<String, Visits> persons =
      Caffeine.newBuilder()
          .maximumSize(MOST_PERSONS)
          .expireAfterAccess(Duration.ofNanos(2 * SPAN))
          .build();

  /**
   * @param most files of different clients that one person may open in an hour
   */
  public ClientVisits(int most, AuditTrail trail) {
    this(most, trail, Ticker.systemTicker());
  }

  ClientVisits(int most, AuditTrail trail, Ticker ticker) {
    this.most = most;
    this.trail = trail;
    this.ticker = ticker;
  }

  /**
   * A principal is about to read a client's file.
   *
   * @param client SK_ID_CURR
   * @throws AccessRefused if it was too many different ones; the first time is in the audit trail
   */
  public void visit(Principal principal, long client, String requestId) {
    if (principal.kind() == Principal.Kind.LOCAL) {
      return;
    }
    Visits visits = persons.get(principal.person(), unknown -> new Visits());
    long wait;
    boolean told;
    synchronized (visits) {
      wait = visits.take(client, ticker.read(), most);
      told = visits.told;
      visits.told = wait > 0;
    }
    if (wait > 0) {
      if (!told) {
        trail.record(Doer.of(principal, requestId).did(new AuditEntry.ReadingLimited(most)));
      }
      throw AccessRefused.later(
          AccessFault.TOO_MANY_CLIENTS, Duration.ofNanos(wait).toSeconds() + 1);
    }
  }

  /** Clients a person visited within the hour, oldest first, and when. */
  private static final class Visits {
    private final Map<Long, Long> moments = new LinkedHashMap<>();
    private boolean told;

    /** Nanoseconds until one more is allowed; 0 if it is now, and then it is counted. */
    private long take(long client, long now, int most) {
      Iterator<Long> oldest = moments.values().iterator();
      while (oldest.hasNext() && now - oldest.next() >= SPAN) {
        oldest.remove();
      }
      if (moments.containsKey(client) || moments.size() < most) {
        moments.putIfAbsent(client, now);
        return 0;
      }
      return SPAN - (now - moments.values().iterator().next());
    }
  }
}
