package io.clairscore.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clairscore.scorer.Decision;
import io.clairscore.service.access.Role;
import io.clairscore.service.decision.Doubtful;
import io.clairscore.service.decision.Judgements;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.EventHistory;
import io.clairscore.service.events.EventReceipt;
import io.clairscore.service.events.StoredEvent;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What people decide, ask to be looked at again, and learn later. All of it is on record. */
public final class HumanRoutes {
  private static final String TAG = "people";
  private static final Access READERS = Access.to(Role.ADVISOR, Role.REVIEWER);
  private static final Access REVIEWERS = Access.to(Role.REVIEWER);
  private static final int PAGE = 100;

  private final ClientFiles files;
  private final Judgements judgements;
  private final Doubtful doubtful;

  public HumanRoutes(ClientFiles files, Judgements judgements, Doubtful doubtful) {
    this.files = files;
    this.judgements = judgements;
    this.doubtful = doubtful;
  }

  /**
   * What a person decides.
   *
   * @param prediction number of the prediction it is decided on
   * @param reason why; needed where the model said otherwise
   */
  public record HumanDecision(long prediction, Decision decision, @MayBeNull String reason) {}

  /**
   * A review to be made.
   *
   * @param prediction number of the prediction to review; may be left out
   * @param reason why
   */
  public record ReviewRequest(@MayBeNull Long prediction, String reason) {}

  /** A review is over. */
  public record ReviewEnd(String reason) {}

  /**
   * How a credit went.
   *
   * @param prediction number of the prediction that was followed; may be left out
   * @param outcome 1 if the client had difficulties paying, else 0
   * @param date when that was known, as 2026-11-28
   */
  public record Outcome(@MayBeNull Long prediction, int outcome, String date) {}

  /**
   * It is on disk.
   *
   * @param event number of the event
   * @param occurredAt when, ISO-8601 in UTC
   * @param override whether the model had said otherwise; absent of all but decisions
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Recorded(long event, String occurredAt, @MayBeNull Boolean override) {
    static Recorded of(EventReceipt receipt) {
      return new Recorded(receipt.number(), receipt.occurredAt().toString(), null);
    }
  }

  /**
   * What waits for a person.
   *
   * @param asked reviews that somebody asked for, the oldest first
   * @param doubtful predictions near the threshold that nobody has decided on, the newest first
   */
  public record Queue(List<Judgements.Review> asked, List<Doubtful.Waiting> doubtful) {}

  public List<Route<?, ?>> routes() {
    return List.of(
        about("decision", "decisions", "Records what a person decides.")
            .access(READERS)
            .taking(HumanDecision.class, Recorded.class, this::decide),
        about("review", "reviews", "Asks for a review by a person.")
            .access(READERS)
            .taking(ReviewRequest.class, Recorded.class, this::ask),
        about("review-end", "reviews/{review}/end", "Ends a review.")
            .access(REVIEWERS)
            .with(Parameter.path("review", 1, Integer.MAX_VALUE, "Event that asked for it."))
            .taking(ReviewEnd.class, Recorded.class, this::end),
        about("outcome", "outcomes", "Records how a credit went.")
            .access(REVIEWERS)
            .taking(Outcome.class, Recorded.class, this::outcome),
        Route.get(TAG, "reviews", "/api/reviews", "What waits for a person.")
            .access(READERS)
            .with(Parameter.query("limit", 1, 1000, "Most of each, " + PAGE + " unless given."))
            .is(Route.Trait.PERSONAL)
            .answering(Queue.class, (exchange, nothing) -> queue(exchange)));
  }

  private static Route.Draft about(String id, String path, String about) {
    return Route.post(TAG, id, "/api/clients/{client}/" + path, about)
        .with(ClientFiles.CLIENT)
        .is(Route.Trait.PERSONAL);
  }

  private Reply<Recorded> decide(Exchange exchange, HumanDecision made) {
    int client = known(exchange);
    if (made.decision() == null) {
      throw Problem.of(ProblemKind.INVALID_BODY).with("at", "/decision");
    }
    StoredEvent.Prediction prediction = prediction(client, made.prediction());
    boolean override = prediction.event().score().decision() != made.decision();
    String reason = made.reason() == null ? "" : made.reason().strip();
    if (override && reason.isEmpty()) {
      throw Problem.of(ProblemKind.REASON_NEEDED);
    }
    return files.audited(
        exchange,
        new AuditEntry.HumanDecision(
            (long) client, made.prediction(), made.decision(), reason, override),
        receipt -> new Recorded(receipt.number(), receipt.occurredAt().toString(), override));
  }

  private Reply<Recorded> ask(Exchange exchange, ReviewRequest asked) {
    int client = known(exchange);
    if (asked.prediction() != null) {
      prediction(client, asked.prediction());
    }
    return files.audited(
        exchange,
        new AuditEntry.Review(
            (long) client,
            asked.prediction(),
            null,
            Judgements.OPENED,
            demandedReason(asked.reason())),
        Recorded::of);
  }

  private Reply<Recorded> end(Exchange exchange, ReviewEnd end) {
    int client = known(exchange);
    Judgements.Review review =
        judgements
            .review(client, exchange.pathWhole("review"))
            .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "what", "review"));
    if (!review.waits()) {
      throw Problem.of(ProblemKind.CONFLICT, "what", "review");
    }
    return files.audited(
        exchange,
        new AuditEntry.Review(
            (long) client,
            review.prediction(),
            review.event(),
            Judgements.CLOSED,
            demandedReason(end.reason())),
        Recorded::of);
  }

  private Reply<Recorded> outcome(Exchange exchange, Outcome outcome) {
    int client = known(exchange);
    if (outcome.outcome() != 0 && outcome.outcome() != 1) {
      throw Problem.of(ProblemKind.INVALID_BODY).with("at", "/outcome");
    }
    if (outcome.prediction() != null) {
      prediction(client, outcome.prediction());
    }
    return files.audited(
        exchange,
        new AuditEntry.Outcome(
            (long) client, outcome.prediction(), outcome.outcome(), day(outcome.date())),
        Recorded::of);
  }

  private Reply<Queue> queue(Exchange exchange) {
    int limit = exchange.queryWhole("limit").orElse(PAGE);
    return Reply.of(
        new Queue(judgements.waiting(limit), doubtful.waiting(EventHistory.NEWEST, limit)));
  }

  /** The client of the path, who is published, or was when something was recorded. */
  private int known(Exchange exchange) {
    int client = exchange.pathWhole(ClientFiles.CLIENT.name());
    if (!files.model().clients().contains(client) && !judgements.knows(client)) {
      throw Problem.of(ProblemKind.UNKNOWN_CLIENT);
    }
    return client;
  }

  private StoredEvent.Prediction prediction(int client, long number) {
    return judgements
        .prediction(client, number)
        .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "what", "prediction"));
  }

  private static String demandedReason(String reason) {
    if (reason == null || reason.isBlank()) {
      throw Problem.of(ProblemKind.REASON_NEEDED);
    }
    return reason.strip();
  }

  private static String day(String date) {
    try {
      LocalDate day = LocalDate.parse(date == null ? "" : date);
      // A day has begun somewhere up to fourteen hours before it does in UTC.
      if (day.isAfter(LocalDate.now(ZoneOffset.ofHours(14)))) {
        throw Problem.of(ProblemKind.INVALID_BODY).with("at", "/date");
      }
      return day.toString();
    } catch (DateTimeParseException e) {
      throw Problem.of(ProblemKind.INVALID_BODY).with("at", "/date");
    }
  }
}
