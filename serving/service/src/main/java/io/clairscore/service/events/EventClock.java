package io.clairscore.service.events;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The moments of events: those of the machine's clock, except that they never go back. While the
 * clock is behind the last event, time goes on from there by the machine's ticks.
 */
final class EventClock {
  private final Clock clock;
  private final LongSupplier ticks;
  private long last;
  private long lastTick;

  /**
   * @param ticks nanoseconds from any beginning, which never go back
   */
  EventClock(Clock clock, LongSupplier ticks) {
    this.clock = clock;
    this.ticks = ticks;
    this.lastTick = ticks.getAsLong();
  }

  /**
   * Now, in microseconds since 1970.
   *
   * @param floor moment of the event before
   */
  long after(long floor) {
    long tick = ticks.getAsLong();
    long gone = TimeUnit.NANOSECONDS.toMicros(tick - lastTick);
    long behind = Math.max(last + (last == 0 ? 0 : gone), floor);
    long now = micros(clock.instant());
    long moment = now >= Math.max(last, floor) ? now : behind;
    // The remainder of a microsecond is not lost to the next event.
    lastTick = moment == now ? tick : lastTick + TimeUnit.MICROSECONDS.toNanos(gone);
    last = moment;
    return moment;
  }

  static long micros(Instant moment) {
    return Math.addExact(
        TimeUnit.SECONDS.toMicros(moment.getEpochSecond()),
        TimeUnit.NANOSECONDS.toMicros(moment.getNano()));
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), 1_000L * Math.floorMod(micros, 1_000_000L));
  }
}
