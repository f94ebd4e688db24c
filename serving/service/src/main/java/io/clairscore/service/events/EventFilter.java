package io.clairscore.service.events;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which events are looked for; what is empty does not matter.
 *
 * @param client SK_ID_CURR they are about
 * @param principal identifier of who did it
 * @param prediction number of the prediction event that an audit event is about
 * @param kinds of audit events
 */
public record EventFilter(
    OptionalLong client,
    Optional<String> principal,
    OptionalLong prediction,
    Set<AuditKind> kinds) {
  public static final EventFilter ALL =
      new EventFilter(OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Set.of());

  public EventFilter {
    kinds = Set.copyOf(kinds);
  }

  /** Events about a client. */
  public static EventFilter client(long client) {
    return new EventFilter(
        OptionalLong.of(client), Optional.empty(), OptionalLong.empty(), Set.of());
  }

  /** Events about a prediction. */
  public static EventFilter prediction(long number) {
    return new EventFilter(
        OptionalLong.empty(), Optional.empty(), OptionalLong.of(number), Set.of());
  }

  /** The same, by one principal. */
  public EventFilter by(String principal) {
    return new EventFilter(client, Optional.of(principal), prediction, kinds);
  }

  /** The same, of some kinds. */
  public EventFilter of(AuditKind... some) {
    return new EventFilter(client, principal, prediction, Set.of(some));
  }
}
