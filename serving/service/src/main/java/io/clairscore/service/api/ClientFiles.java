package io.clairscore.service.api;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.event.Inquiry;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.access.ClientVisits;
import io.clairscore.service.access.Principal;
import io.clairscore.service.decision.Purpose;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditEvent;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.events.EventReceipt;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.model.ServedModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What routes about one client share: the client, who looks and what for, and that the look is on
 * disk before its answer leaves.
 */
public final class ClientFiles {
  static final Parameter CLIENT = Parameter.path("client", 1, Integer.MAX_VALUE, "SK_ID_CURR.");
  static final Parameter PURPOSE =
      Parameter.choice("purpose", Purpose.keys(), "What for; it is recorded.").demanded();

  private final LiveModel live;
  private final EventLog log;
  private final ClientVisits visits;

  public ClientFiles(LiveModel live, EventLog log, ClientVisits visits) {
    this.live = live;
    this.log = log;
    this.visits = visits;
  }

  /** The model that answers; a request asks once. */
  ServedModel model() {
    return live.current().orElseThrow(() -> Problem.of(ProblemKind.NOT_READY).retryAfter(1));
  }

  /** Number of the client of the path, whose file is opened by this. */
  int visited(Exchange exchange) {
    int client = exchange.pathWhole(CLIENT.name());
    visits.visit(exchange.principal(), client, exchange.requestId());
    return client;
  }

  /**
   * Number of the client of the path, who is only scored. A program may score all of them; a person
   * who does so looks at them.
   */
  int scored(Exchange exchange) {
    return exchange.principal().kind() == Principal.Kind.TOKEN
        ? exchange.pathWhole(CLIENT.name())
        : visited(exchange);
  }

  /** The file of the client of the path. */
  ClientRecord open(ServedModel model, Exchange exchange) {
    return model
        .clients()
        .find(visited(exchange))
        .orElseThrow(() -> Problem.of(ProblemKind.UNKNOWN_CLIENT));
  }

  static Actor actor(Exchange exchange) {
    Principal principal = exchange.principal();
    return new Actor(principal.id(), principal.kind().name());
  }

  /** Who asks for a prediction, and what for. */
  static Inquiry inquiry(Exchange exchange) {
    return new Inquiry(
        actor(exchange),
        exchange.demanded(PURPOSE.name()),
        exchange.operation(),
        exchange.requestId());
  }

  /** Answers when the look at a part of a client's file is on disk. */
  <A> Reply<A> read(Exchange exchange, int client, String part, Function<EventReceipt, A> answer) {
    return audited(
        exchange,
        new AuditEntry.FileRead((long) client, exchange.demanded(PURPOSE.name()), List.of(part)),
        answer);
  }

  /** Answers when an entry of the audit trail is on disk. */
  <A> Reply<A> audited(Exchange exchange, AuditEntry entry, Function<EventReceipt, A> answer) {
    return recorded(
        log.append(new AuditEvent(actor(exchange), exchange.requestId(), entry)), answer);
  }

  /** Answers when something is on disk; says so if it is not. */
  static <T, A> Reply<A> recorded(CompletableFuture<T> durable, Function<T, A> answer) {
    return Reply.later(
        durable.handle(
            (done, fault) -> {
              if (fault != null) {
                throw notRecorded(fault);
              }
              return answer.apply(done);
            }));
  }

  private static RuntimeException notRecorded(Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    return cause instanceof Refusal refusal
        ? Problem.of(ProblemKind.NOT_RECORDED, refusal)
        : new IllegalStateException(cause);
  }
}
