package io.clairscore.service.events;

import io.clairscore.features.refusal.Refusal;
import java.time.Duration;

/** Every reason for which an event is not written or not read. Those with FAILED become 503. */
final class EventsErrors {
  private static final String AGAIN = "Ask again in a moment; nothing was answered or recorded.";

  private EventsErrors() {}

  static Refusal full(int queue) {
    return Refusal.failed(
        "The service has more to record than it can.",
        queue + " events wait to be written.",
        AGAIN);
  }

  static Refusal ending() {
    return Refusal.failed(
        "The service is ending.", "It takes no more requests.", "Ask the one that follows.");
  }

  static Refusal notKept(Throwable origin) {
    return Refusal.failed(
            "The prediction could not be recorded, and is therefore not given.",
            reason(origin),
            AGAIN)
        .from(origin);
  }

  static Refusal unknown(Throwable origin) {
    return Refusal.failed(
            "It is not known whether the prediction was recorded, and it is therefore not given.",
            "The database broke off while it was asked to keep it: " + reason(origin),
            "Ask again in a moment; the history of the client shows what was recorded.")
        .from(origin);
  }

  static Refusal noChain() {
    return Refusal.data(
        "The events have no chain.",
        "The row of event_chain is missing.",
        "Restore the database from a backup; without that row nobody can tell whether events are"
            + " missing.");
  }

  static Refusal unreadable(long number, Throwable origin) {
    return Refusal.data(
            "Event " + number + " is none that this program wrote.",
            reason(origin),
            "Run events verify, which names the first event that does not fit.")
        .from(origin);
  }

  static Refusal keptTooShort(Duration kept, Duration least) {
    return Refusal.usage(
        "Events may not be removed that early.",
        "They would be kept for "
            + kept.toDays()
            + " days, and "
            + least.toDays()
            + " are the least.",
        "Keep them longer.");
  }

  static Refusal changed(ChainReport.Fault fault) {
    return Refusal.data(
        "The events are not those that were written.",
        "Event " + fault.number() + ": " + fault.words() + ".",
        "Compare with a backup or an export of before; whoever can write to the database can have"
            + " changed it.");
  }

  private static String reason(Throwable origin) {
    String words = origin.getMessage();
    return words == null
        ? origin.getClass().getSimpleName()
        : words.lines().findFirst().orElse(origin.getClass().getSimpleName());
  }
}
