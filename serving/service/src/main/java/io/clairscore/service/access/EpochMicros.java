package io.clairscore.service.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** EpochMicros as they stand in columns: microseconds since 1970, UTC. */
final class EpochMicros {
  private EpochMicros() {}

  static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  static Instant of(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
