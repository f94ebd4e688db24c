package io.clairscore.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventClockTest {
  private long wall = 1_000_000;
  private long ticks = 77;

  private final EventClock clock = new EventClock(new Wall(), () -> ticks);

  /** A clock that can be set. */
  private final class Wall extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return EventClock.instant(wall);
    }
  }

  private void pass(long micros) {
    wall += micros;
    ticks += 1000 * micros;
  }

  @Test
  void momentsAreThoseOfTheClock() {
    assertThat(clock.after(0)).isEqualTo(1_000_000);
    pass(5);
    assertThat(clock.after(1_000_000)).isEqualTo(1_000_005);
  }

  @Test
  void timeGoesOnByTheTicksWhileTheClockIsSetBack() {
    clock.after(0);
    wall -= 500_000;
    assertThat(clock.after(1_000_000)).isEqualTo(1_000_000);
    pass(300);
    assertThat(clock.after(1_000_000)).isEqualTo(1_000_300);
    for (int i = 0; i < 1000; i++) {
      ticks += 500;
      wall++;
      clock.after(0);
    }
    assertThat(clock.after(0)).as("half microseconds add up").isEqualTo(1_000_800);
    wall = 2_000_000;
    assertThat(clock.after(0)).isEqualTo(2_000_000);
  }

  @Test
  void whatTheChainSaysOfAnEarlierProgramIsTheLeast() {
    assertThat(clock.after(9_000_000)).isEqualTo(9_000_000);
    pass(40);
    assertThat(clock.after(9_000_000)).isEqualTo(9_000_040);
  }

  @Test
  void microsecondsComeBackAsTheyWere() {
    for (Instant moment :
        new Instant[] {
          Instant.EPOCH, Instant.parse("2026-11-28T02:03:04.000567Z"), Instant.ofEpochSecond(-3)
        }) {
      assertThat(EventClock.instant(EventClock.micros(moment))).isEqualTo(moment);
    }
  }
}
