package io.clairscore.service.events;

import java.util.Optional;

/**
 * Whether the events are those that were written.
 *
 * @param first number of the first event that is kept
 * @param last number of the last one that was looked at
 * @param hash of it, 64 hexadecimal digits; kept elsewhere, it proves later that nothing up to it
 *     was changed, not even by somebody who computes every hash anew
 * @param fault what does not fit first
 */
public record ChainReport(long first, long last, String hash, Optional<Fault> fault) {

  /**
   * Refuses events that do not fit.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if something does not
   */
  public void refuseFault() {
    fault.ifPresent(
        of -> {
          throw EventsErrors.changed(of);
        });
  }

  /** The report in a line. */
  @Override
  public String toString() {
    return fault
        .map(of -> "event " + of.number() + ": " + of.words())
        .orElse("events " + first + " to " + last + " are what was written; last hash " + hash);
  }

  /**
   * What does not fit.
   *
   * @param number of the event
   * @param words what is wrong with it
   */
  public record Fault(long number, String words) {}
}
