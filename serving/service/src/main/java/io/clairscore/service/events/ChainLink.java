package io.clairscore.service.events;

import java.util.HexFormat;

/**
 * Where a chain has got to.
 *
 * @param number of the last event, 0 before the first
 * @param moment of it, microseconds since 1970, UTC
 * @param hash of it, or what the chain begins with; nobody changes it
 */
record ChainLink(long number, long moment, byte[] hash) {

  /** What the writer of the event is told. */
  EventReceipt receipt() {
    return new EventReceipt(number, EventClock.instant(moment), HexFormat.of().formatHex(hash));
  }
}
