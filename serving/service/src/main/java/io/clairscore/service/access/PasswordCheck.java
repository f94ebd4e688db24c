package io.clairscore.service.access;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords, one after another: however many people, or programs that guess, log
 * in at once, they take one core and 19 MiB, and no more than a few threads wait for it.
 */
final class PasswordCheck {
  private static final int MOST_WAITING = 8;
  private static final long PATIENCE_MILLIS = 2000;

  /** A hash of 256 random bits that nobody has, for names that do not exist. */
  private static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$M0oyvDqeXUKU/6gGEycSGQ$"
          + "fwNok988RQJC31CChVRBSUUI6fV7FSkcWhQ1G+LCFQQ";

  private final Argon2 argon2 = new Argon2();
  private final Semaphore turn = new Semaphore(1, true);

  String hash(String password) {
    return inTurn(() -> argon2.hash(password));
  }

  /** Whether it is the password; without a hash it is not, which takes as long to find out. */
  boolean verifies(String password, Optional<String> hash) {
    boolean same = inTurn(() -> argon2.verifies(password, hash.orElse(NOBODY)));
    return same && hash.isPresent();
  }

  boolean isOutdated(String hash) {
    return argon2.isOutdated(hash);
  }

  private <T> T inTurn(Supplier<T> work) {
    boolean mine = false;
    try {
      mine =
          turn.getQueueLength() < MOST_WAITING
              && turn.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (!mine) {
        throw AccessRefused.later(AccessFault.BUSY, 1);
      }
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AccessRefused.later(AccessFault.BUSY, 1);
    } finally {
      if (mine) {
        turn.release();
      }
    }
  }
}
