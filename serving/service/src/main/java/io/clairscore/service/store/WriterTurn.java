package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Turns of the writers of one SQLite file in this process, in the order they came. */
final class WriterTurn {
  private final DatabaseConf conf;
  private final ReentrantLock writer = new ReentrantLock(true);

  WriterTurn(DatabaseConf conf) {
    this.conf = conf;
  }

  /**
   * Waits for the turn.
   *
   * @throws Refusal with FAILED if it does not come
   */
  void take() {
    try {
      if (!writer.tryLock(conf.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw StoreErrors.busy(conf);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreErrors.interrupted();
    }
  }

  /** Ends the turn, if it is this thread's. */
  void end() {
    if (writer.isHeldByCurrentThread()) {
      writer.unlock();
    }
  }
}
