package io.clairscore.service.model;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells when nobody can still see what was replaced. Requests enter and leave; what was replaced at
 * some moment may be seen by those that entered before it, and by no others. So requests are
 * counted by turn: a replacement ends the turn, and what it replaced is free when the turn and all
 * turns before it are empty. A request may look at what is current as often as it likes, and an
 * endless stream of requests delays nothing.
 */
final class InFlight {
  private volatile Turn turn = new Turn();
  private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

  /** Between two replacements. */
  static final class Turn {
    /** Requests that have not left, and one for as long as the turn lasts. */
    private final AtomicInteger inside = new AtomicInteger(1);

    private final CompletableFuture<Void> empty = new CompletableFuture<>();

    private boolean enter() {
      return inside.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** A request that entered in this turn is over. */
    void leave() {
      if (inside.decrementAndGet() == 0) {
        empty.complete(null);
      }
    }
  }

  /** A request begins; it leaves the turn it gets. */
  Turn enter() {
    while (true) {
      Turn now = turn;
      if (now.enter()) {
        return now;
      }
    }
  }

  /** Completed when every request that has entered so far is over. */
  synchronized CompletableFuture<Void> whenThoseLeft() {
    Turn ended = turn;
    turn = new Turn();
    ended.leave();
    before = CompletableFuture.allOf(before, ended.empty);
    return before;
  }
}
