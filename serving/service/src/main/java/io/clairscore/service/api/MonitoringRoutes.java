package io.clairscore.service.api;

import io.clairscore.features.text.Language;
import io.clairscore.scorer.event.Actor;
import io.clairscore.service.access.Role;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditEvent;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.monitoring.Alert;
import io.clairscore.service.monitoring.AlertWords;
import io.clairscore.service.monitoring.Grain;
import io.clairscore.service.monitoring.Metric;
import io.clairscore.service.monitoring.Monitoring;
import io.clairscore.service.monitoring.MonitoringReport;
import io.clairscore.service.monitoring.MonitoringReport.AlertView;
import io.clairscore.service.monitoring.Trend;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the service is: for Prometheus, for the monitoring page, and its alerts. */
public final class MonitoringRoutes {
  private static final String TAG = "monitoring";
  private static final Access WATCHERS = Access.to(Role.REVIEWER, Role.ADMINISTRATOR, Role.MONITOR);
  private static final int STANDARD_DAYS = 7;
  private static final int STANDARD_ALERTS = 50;

  /** More windows than a figure can show. */
  private static final int MOST_WINDOWS = 3000;

  private final Monitoring monitoring;
  private final AuditTrail trail;

  public MonitoringRoutes(Monitoring monitoring, AuditTrail trail) {
    this.monitoring = monitoring;
    this.trail = trail;
  }

  /** Alerts, newest first. */
  public record Alerts(List<AlertView> alerts) {}

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "metrics", "/metrics", "Meters in the text format of Prometheus.")
            .access(Access.to(Role.MONITOR, Role.ADMINISTRATOR))
            .answers("text/plain")
            .answering(Content.class, (exchange, nothing) -> metrics()),
        Route.get(TAG, "monitoring", "/api/monitoring", "What the monitoring page shows.")
            .access(WATCHERS)
            .with(Parameter.query("days", 1, 366, "Days to look back, 7 unless given."))
            .answering(MonitoringReport.class, (exchange, nothing) -> report(exchange)),
        Route.get(TAG, "series", "/api/monitoring/series", "How a metric went over time.")
            .access(WATCHERS)
            .with(
                Parameter.choice("name", Metric.keysWithTrend(), "The metric.").demanded(),
                Parameter.choice("grain", grains(), "Width of the windows, hour unless given."),
                Parameter.query("from", "Beginning, ISO-8601; a hundred windows ago unless given."),
                Parameter.query("until", "End, ISO-8601; now unless given."),
                Parameter.query("feature", "The feature, for metrics of one."))
            .answering(Trend.class, (exchange, nothing) -> trend(exchange)),
        Route.get(TAG, "alerts", "/api/monitoring/alerts", "The newest alerts, open or closed.")
            .access(WATCHERS)
            .with(Parameter.query("most", 1, 1000, "How many, 50 unless given."))
            .answering(Alerts.class, (exchange, nothing) -> alerts(exchange)),
        Route.post(
                TAG,
                "acknowledge",
                "/api/monitoring/alerts/{alert}/acknowledge",
                "Says that an alert was seen.")
            .access(Access.to(Role.REVIEWER, Role.ADMINISTRATOR))
            .with(Parameter.path("alert", 1, Integer.MAX_VALUE, "Number of the alert."))
            .answering(AlertView.class, (exchange, nothing) -> acknowledge(exchange)));
  }

  private static List<String> grains() {
    return Arrays.stream(Grain.values())
        .map(grain -> grain.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private Reply<Content> metrics() {
    byte[] text = monitoring.scrape().getBytes(StandardCharsets.UTF_8);
    return fresh(new Content("text/plain; version=0.0.4; charset=utf-8", text));
  }

  private Reply<MonitoringReport> report(Exchange exchange) {
    return fresh(
        monitoring.report(exchange.queryWhole("days").orElse(STANDARD_DAYS), exchange.language()));
  }

  private Reply<Trend> trend(Exchange exchange) {
    Metric metric = Metric.of(exchange.demanded("name")).orElseThrow();
    Grain grain =
        exchange
            .query("grain")
            .map(name -> Grain.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(Grain.HOUR);
    long until = moment(exchange, "until", System.currentTimeMillis() + 1);
    long from = moment(exchange, "from", until - 100 * grain.duration().toMillis());
    if (from >= until || (until - from) / grain.duration().toMillis() > MOST_WINDOWS) {
      throw Problem.of(ProblemKind.INVALID_PARAMETER, "name", "from");
    }
    return fresh(
        monitoring.trend(
            metric, exchange.query("feature"), grain, from, until, exchange.language()));
  }

  private static long moment(Exchange exchange, String name, long otherwise) {
    try {
      return exchange.query(name).map(text -> Instant.parse(text).toEpochMilli()).orElse(otherwise);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Problem.of(ProblemKind.INVALID_PARAMETER, "name", name);
    }
  }

  private Reply<Alerts> alerts(Exchange exchange) {
    Language language = exchange.language();
    AlertWords words = new AlertWords(language);
    return fresh(
        new Alerts(
            monitoring.alerts(exchange.queryWhole("most").orElse(STANDARD_ALERTS)).stream()
                .map(alert -> AlertView.of(alert, words, language))
                .toList()));
  }

  private Reply<AlertView> acknowledge(Exchange exchange) {
    Language language = exchange.language();
    Actor who = ClientFiles.actor(exchange);
    int number = exchange.pathWhole("alert");
    Alert alert =
        monitoring
            .acknowledge(
                number,
                exchange.principal().name(),
                handle ->
                    trail.record(
                        handle,
                        new AuditEvent(
                            who, exchange.requestId(), new AuditEntry.AlertSeen((long) number))))
            .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "what", "alert " + number));
    return Reply.of(AlertView.of(alert, new AlertWords(language), language));
  }

  private static <A> Reply<A> fresh(A answer) {
    return Reply.of(answer).with("Cache-Control", "no-store");
  }
}
