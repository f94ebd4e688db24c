package io.clairscore.scorer.event;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Days of events, in UTC.
 *
 * @param from first day, or all up to the last
 * @param until first day no longer, or all from the first on
 */
public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {

  /**
   * @throws IllegalArgumentException if there is no day among them
   */
  public Days {
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new IllegalArgumentException(
          "there is no day from " + from.get() + " to " + until.get());
    }
  }

  /** SQL condition; made of numbers alone. */
  String condition() {
    return from.map(day -> "occurred_at >= " + moment(day)).orElse("1 = 1")
        + until.map(day -> " and occurred_at < " + moment(day)).orElse("");
  }

  private static long moment(LocalDate day) {
    return TimeUnit.SECONDS.toMicros(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
  }

  /** The days for a person, empty if all are meant. */
  @Override
  public String toString() {
    if (from.isEmpty() && until.isEmpty()) {
      return "";
    }
    return from.map(LocalDate::toString).orElse("…")
        + " – "
        + until.map(day -> day.minusDays(1).toString()).orElse("…");
  }
}
