package io.clairscore.service.events;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.store.WriterSeat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes events durable, many with one commit. Its memory of the end of the chain is a short cut:
 * after any failure, and whenever another has moved it, the end is read from the store.
 *
 * <p>Used by one thread.
 */
final class GroupWriter {
  private static final long PAUSE_MILLIS = 50;

  /** How often a commit is begun anew because another moved the end of the chain meanwhile. */
  private static final int MOST_TURNS = 100;

  private final WriterSeat seat;
  private final EventsConf conf;
  private final EventClock clock;
  private final ChainHash hash = new ChainHash();
  private ChainLink end;
  private ChainStatements statements;
  private long committing;

  GroupWriter(WriterSeat seat, EventsConf conf, EventClock clock) {
    this.seat = seat;
    this.conf = conf;
    this.clock = clock;
  }

  /** Begins the chain, if there is none. */
  void begin() throws SQLException {
    EventChain.begin(seat.begin());
    seat.commit();
  }

  /**
   * Writes events.
   *
   * @return them, durable
   * @throws Refusal with FAILED if they are not durable, or it cannot be learnt whether they are
   */
  ChainedEvents write(List<EventRow> rows) {
    committing = 0;
    for (int turns = 0; turns < MOST_TURNS; turns++) {
      Attempt attempt = attempt(rows);
      if (attempt.again()) {
        end = null;
      } else {
        if (attempt.failure() != null) {
          lookUp(attempt);
        }
        end = attempt.events().last();
        return attempt.events();
      }
    }
    throw EventsErrors.notKept(new SQLException("the end of the chain does not stand still"));
  }

  /**
   * One transaction.
   *
   * @param events what it adds
   * @param again whether another had moved the end of the chain, or the connection had ended
   *     unseen: nothing was committed, and it is worth a second try
   * @param failure of the commit, so that its outcome is not known
   */
  private record Attempt(ChainedEvents events, boolean again, SQLException failure) {}

  private Attempt attempt(List<EventRow> rows) {
    boolean usedBefore = statements != null;
    try {
      Connection connection = seat.begin();
      if (statements == null || !statements.isOf(connection)) {
        statements = new ChainStatements(connection);
      }
      if (end == null) {
        end = EventChain.end(connection, false);
      }
      ChainedEvents events = ChainedEvents.of(end, rows, clock, hash);
      if (!statements.add(events)) {
        seat.rollback();
        return new Attempt(events, true, null);
      }
      return new Attempt(events, false, failureOfCommit());
    } catch (SQLException | RuntimeException e) {
      // Nothing was committed: giving up the connection undoes what was begun.
      forget();
      if (usedBefore && e instanceof SQLException) {
        return new Attempt(null, true, null);
      }
      throw e instanceof Refusal refusal ? refusal : EventsErrors.notKept(e);
    }
  }

  private SQLException failureOfCommit() {
    long begun = System.nanoTime();
    try {
      seat.commit();
      return null;
    } catch (SQLException e) {
      return e;
    } finally {
      committing += System.nanoTime() - begun;
    }
  }

  /** Nanoseconds that the commits of the last {@link #write} took. */
  long committing() {
    return committing;
  }

  /**
   * Looks whether a commit that failed was made all the same, for as long as there is patience.
   *
   * @throws Refusal with FAILED if it was not, or cannot be learnt
   */
  private void lookUp(Attempt attempt) {
    forget();
    long giveUp = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(conf.patienceMillis());
    while (true) {
      boolean found;
      try {
        found = isThere(attempt.events().last());
      } catch (SQLException | Refusal notYet) {
        forget();
        if (System.nanoTime() > giveUp || !paused()) {
          throw EventsErrors.unknown(attempt.failure());
        }
        continue;
      }
      if (found) {
        return;
      }
      throw EventsErrors.notKept(attempt.failure());
    }
  }

  private boolean isThere(ChainLink last) throws SQLException {
    Connection connection = seat.begin();
    boolean found =
        EventChain.hash(connection, last.number())
            .filter(kept -> Arrays.equals(kept, last.hash()))
            .isPresent();
    seat.rollback();
    if (found) {
      seat.settle();
    }
    return found;
  }

  private void forget() {
    end = null;
    statements = null;
    seat.leave();
  }

  private static boolean paused() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
