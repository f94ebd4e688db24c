package io.clairscore.service.monitoring;

import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.service.events.EventLogStatus;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.LiveModel;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The meters for Prometheus. A route's timers are looked up once; a request costs one of them, in
 * {@value #BUCKETS} buckets.
 */
final class Meters implements AutoCloseable {
  /** Micrometer's own percentiles cost ten times as much, and cannot be added up over services. */
  private static final int BUCKETS = 6;

  private static final Duration[] LIMITS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500)
  };

  private static final int SHED = 503;
  private static final String[] CLASSES = {"other", "1xx", "2xx", "3xx", "4xx", "5xx", "shed"};

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, Timer[]> timers = new ConcurrentHashMap<>();
  private final MultiGauge model =
      MultiGauge.builder("clairscore.model")
          .description("The version that answers")
          .register(registry);
  private final MultiGauge metrics =
      MultiGauge.builder("clairscore.metric")
          .description("What rules watch, by its key; absent where it is not known")
          .register(registry);
  private final MultiGauge alerts =
      MultiGauge.builder("clairscore.alerts.open").description("Open alerts").register(registry);
  private JvmGcMetrics collections;

  /** A request was answered. */
  void answered(Optional<Route<?, ?>> route, int status, long nanos) {
    timers.computeIfAbsent(route.map(Route::id).orElse("unknown"), this::timers)[group(status)]
        .record(Duration.ofNanos(nanos));
  }

  private static int group(int status) {
    int group = status == SHED ? CLASSES.length - 1 : status / 100;
    return group < 0 || group >= CLASSES.length ? 0 : group;
  }

  private Timer[] timers(String operation) {
    Timer[] timersOfIt = new Timer[CLASSES.length];
    for (int group = 0; group < timersOfIt.length; group++) {
      timersOfIt[group] =
          Timer.builder("clairscore.requests")
              .description("Requests and how long they took")
              .tags("operation", operation, "status", CLASSES[group])
              .serviceLevelObjectives(LIMITS)
              .register(registry);
    }
    return timersOfIt;
  }

  /** Watches the process. */
  void bindProcess(DoubleSupplier diskFree) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections = new JvmGcMetrics();
    collections.bindTo(registry);
    Gauge.builder("process.resident.memory", Machine::memory)
        .baseUnit("bytes")
        .description("Main memory of the process")
        .register(registry);
    Gauge.builder("clairscore.disk.free", diskFree::getAsDouble)
        .baseUnit("bytes")
        .description("Free room where the store is")
        .register(registry);
  }

  /** Watches the event log. */
  void bindEvents(Supplier<EventLogStatus> events) {
    gauge(
        "clairscore.events.waiting",
        "Events that wait to be written",
        () -> events.get().waiting());
    gauge("clairscore.events.capacity", "Most that may wait", () -> events.get().capacity());
    gauge(
        "clairscore.events.healthy",
        "1 if the last commit was made",
        () -> events.get().healthy() ? 1 : 0);
    counter("clairscore.events.durable", "Events on disk", events, EventLogStatus::durable);
    counter("clairscore.events.commits", "Commits", events, EventLogStatus::commits);
    counter(
        "clairscore.events.committing.seconds",
        "Time that commits took, the fsync among it",
        events,
        status -> status.committing() / 1e9);
    counter(
        "clairscore.events.failed",
        "Events that could not be written",
        events,
        EventLogStatus::failed);
    counter(
        "clairscore.events.refused",
        "Requests that found no room",
        events,
        EventLogStatus::refused);
  }

  /** Watches predictions. */
  void bindPredictions(PredictionCounts counts) {
    for (Decision decision : Decision.values()) {
      for (Level level : Level.values()) {
        FunctionCounter.builder(
                "clairscore.predictions", counts, of -> of.of(decision, level).sum())
            .description("Predictions on disk, by decision and level")
            .tags("decision", decision.name(), "level", level.name())
            .register(registry);
      }
    }
  }

  /** Watches the served model. */
  void bindModel(LiveModel live) {
    gauge(
        "clairscore.model.ready", "1 if a model answers", () -> live.current().isPresent() ? 1 : 0);
  }

  /** What the last look at everything found. */
  void show(LiveModel live, Map<Metric, Double> values, List<Alert> open) {
    model.register(
        live.current().stream()
            .map(
                served ->
                    MultiGauge.Row.of(Tags.of("version", served.name(), "run", served.run()), 1))
            .toList(),
        true);
    metrics.register(
        values.entrySet().stream()
            .filter(value -> Double.isFinite(value.getValue()))
            .map(
                value ->
                    MultiGauge.Row.of(Tags.of("metric", value.getKey().key()), value.getValue()))
            .toList(),
        true);
    alerts.register(
        List.of(Rule.Severity.values()).stream()
            .map(
                severity ->
                    MultiGauge.Row.of(
                        Tags.of("severity", severity.name()),
                        open.stream().filter(alert -> alert.severity() == severity).count()))
            .toList(),
        true);
  }

  private void gauge(String name, String about, Supplier<Number> value) {
    Gauge.builder(name, value).description(about).register(registry);
  }

  private void counter(
      String name,
      String about,
      Supplier<EventLogStatus> events,
      ToDoubleFunction<EventLogStatus> value) {
    FunctionCounter.builder(name, events, of -> value.applyAsDouble(of.get()))
        .description(about)
        .register(registry);
  }

  /** Everything, as Prometheus reads it. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    if (collections != null) {
      collections.close();
    }
    registry.close();
  }
}
