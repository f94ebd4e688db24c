package io.clairscore.service.http;

import java.util.Optional;

/** Is told of every request that was answered. Thread-safe and quick. */
@FunctionalInterface
public interface RequestObserver {
  /**
   * A request was answered.
   *
   * @param route what was asked for, if it exists
   * @param status status of the answer
   * @param nanos how long it took
   */
  void answered(Optional<Route<?, ?>> route, int status, long nanos);
}
