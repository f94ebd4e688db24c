package io.clairscore.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.service.access.Principal;
import io.clairscore.service.access.Role;
import io.clairscore.service.events.AuditKind;
import io.clairscore.service.events.EventFilter;
import io.clairscore.service.events.EventHistory;
import io.clairscore.service.events.StoredEvent;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Json;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What was done, by whom, the newest first. */
public final class AuditRoutes {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** What reviewers see: all that concerns a client, and nothing of accounts and versions. */
  private static final Set<AuditKind> OF_CLIENTS =
      EnumSet.of(
          AuditKind.FILE_READ,
          AuditKind.SIMULATION,
          AuditKind.HUMAN_DECISION,
          AuditKind.REVIEW,
          AuditKind.OUTCOME);

  private final EventHistory history;

  public AuditRoutes(EventHistory history) {
    this.history = history;
  }

  /**
   * Something that was done.
   *
   * @param number in the chain of events
   * @param occurredAt when, ISO 8601
   * @param who identifier of the account or token, or user at the command line
   * @param whoKind what that identifies
   * @param requestId of the request in which it was done
   * @param kind what it was
   * @param entry what else is known of it, by its kind
   */
  public record AuditRow(
      long number,
      String occurredAt,
      String who,
      String whoKind,
      String requestId,
      AuditKind kind,
      JsonNode entry) {}

  /**
   * A page.
   *
   * @param before to be sent for the next page; absent at the end
   */
  public record AuditPage(List<AuditRow> rows, @MayBeNull Long before) {}

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("audit", "audit", "/api/audit", "What was done, by whom; reviewers see clients'.")
            .access(Access.to(Role.ADMINISTRATOR, Role.REVIEWER))
            .with(
                Parameter.choice(
                    "kind", Arrays.stream(AuditKind.values()).map(Enum::name).toList(), "What."),
                Parameter.query("who", "Identifier of who did it."),
                Parameter.query("client", 1, Integer.MAX_VALUE, "SK_ID_CURR it is about."),
                Parameter.query("before", 1, Long.MAX_VALUE / 10, "Number the page ends before."),
                Parameter.query("limit", 1, MOST, "Most rows of the page."))
            .is(Route.Trait.PERSONAL)
            .answering(AuditPage.class, (exchange, nothing) -> page(exchange)));
  }

  private Reply<AuditPage> page(Exchange exchange) {
    int limit = exchange.queryWhole("limit").orElse(USUAL);
    long before = exchange.query("before").map(Long::parseLong).orElse(EventHistory.NEWEST);
    Set<AuditKind> kinds = kinds(exchange);
    if (kinds.isEmpty()) {
      return Reply.of(new AuditPage(List.of(), null));
    }
    EventFilter filter =
        new EventFilter(
            exchange
                .query("client")
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()),
            exchange.query("who"),
            OptionalLong.empty(),
            kinds);
    List<AuditRow> rows =
        history.audit(filter, before, limit).stream().map(AuditRoutes::row).toList();
    boolean more = rows.size() == limit;
    return Reply.of(new AuditPage(rows, more ? rows.get(limit - 1).number() : null));
  }

  /** Kinds that are asked for and may be seen. */
  private static Set<AuditKind> kinds(Exchange exchange) {
    Principal principal = exchange.principal();
    Set<AuditKind> kinds =
        principal.has(Role.ADMINISTRATOR)
            ? EnumSet.allOf(AuditKind.class)
            : EnumSet.copyOf(OF_CLIENTS);
    Optional<AuditKind> asked = exchange.query("kind").map(AuditKind::valueOf);
    asked.ifPresent(kind -> kinds.retainAll(Set.of(kind)));
    return kinds;
  }

  private static AuditRow row(StoredEvent.Audit audit) {
    return new AuditRow(
        audit.receipt().number(),
        audit.receipt().occurredAt().toString(),
        audit.event().by().id(),
        audit.event().by().kind(),
        audit.event().requestId(),
        AuditKind.of(audit.event().entry()),
        Json.MAPPER.valueToTree(audit.event().entry()));
  }
}
