package io.clairscore.service.monitoring;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.service.events.EventLogStatus;
import io.clairscore.service.http.RequestObserver;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the service. A request costs it a few counters; everything else is done by one thread of
 * its own, which reads what was stored, sums it up and looks at the rules once a minute.
 */
public final class Monitoring implements RequestObserver, AutoCloseable {
  /** Soon after the start, not in the middle of it. */
  private static final long FIRST_LOOK_MILLIS = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Monitoring.class);
  private static final Duration SAMPLE = Duration.ofSeconds(10);
  private static final Duration WEBHOOK_PAUSE = Duration.ofSeconds(5);

  private final MonitoringConf conf;
  private final Database database;
  private final LiveModel live;
  private final Supplier<EventLogStatus> events;
  private final Clock clock;
  private final CompletableFuture<Meters> meters;
  private final RequestCounts requests = new RequestCounts();
  private final Machine machine;
  private final ServiceRecorder recorder;
  private final EventFold fold;
  private final KnownOutcomes outcomes;
  private final Gauger gauger;
  private final Trends trends;
  private final StateWatch state;
  private final AlertBook book;
  private final Optional<Webhook> webhook;
  private final Reporter reporter;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "monitoring");
            thread.setDaemon(true);
            return thread;
          });

  private AlertWatch alerts;
  private List<Alert> open = List.of();
  private long forgotten;

  /**
   * What is watched.
   *
   * @param live the model that answers
   * @param events how the event log is
   * @param disk folder on the disk whose room matters: that of the store
   * @param reports folder of the drift reports
   */
  public record Sight(
      LiveModel live, Supplier<EventLogStatus> events, Path disk, ReportFolder reports) {}

  /**
   * @throws io.clairscore.features.refusal.Refusal with USAGE if the webhook has no secret
   */
  public Monitoring(MonitoringConf conf, Database database, Sight sight, Clock clock) {
    this.conf = conf;
    this.database = database;
    this.live = sight.live();
    this.events = sight.events();
    this.clock = clock;
    this.machine = new Machine(sight.disk());
    this.recorder = new ServiceRecorder(database);
    References references = new References(live, conf);
    PredictionCounts counts = new PredictionCounts();
    this.fold = new EventFold(database, references::of, counts);
    this.outcomes = new KnownOutcomes(database);
    this.gauger = new Gauger(database, conf, references, outcomes, clock);
    this.trends = new Trends(database, references, outcomes);
    this.state = new StateWatch(live, events, sight.reports(), fold);
    this.webhook =
        conf.webhook().given()
            ? Optional.of(new Webhook(database, conf.webhook(), WEBHOOK_PAUSE, clock))
            : Optional.empty();
    this.book = new AlertBook(database, new Outbox(webhook.isPresent()));
    this.reporter = new Reporter(live, events, gauger, trends, state, book, clock);
    // Made beside the start, of which they would take a tenth.
    this.meters = CompletableFuture.supplyAsync(() -> meters(counts), watch);
  }

  private Meters meters(PredictionCounts counts) {
    Meters made = new Meters();
    made.bindPredictions(counts);
    made.bindEvents(events);
    made.bindModel(live);
    return made;
  }

  /** Watches from now on; its first look does not keep the service from answering. */
  public void start() {
    watch.execute(() -> guarded("watching the process", this::watchProcess));
    repeat("a sample", SAMPLE, this::sample);
    repeat("summing up predictions", Duration.ofSeconds(conf.foldSeconds()), this::sumUp);
    webhook.ifPresent(Webhook::start);
  }

  private void watchProcess() {
    meters.join().bindProcess(machine::diskFree);
    look();
  }

  private void repeat(String what, Duration pause, Runnable task) {
    long first = Math.min(pause.toMillis(), FIRST_LOOK_MILLIS);
    watch.scheduleWithFixedDelay(
        () -> guarded(what, task), first, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Monitoring that fails is no reason not to answer, nor not to try again. */
  private static void guarded(String what, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error fault) {
      LOG.warn("{} failed: {}", what, fault.toString());
    }
  }

  @Override
  public void answered(Optional<Route<?, ?>> route, int status, long nanos) {
    meters.join().answered(route, status, nanos);
    if (!route.map(known -> known.is(Route.Trait.HEALTH)).orElse(false)) {
      requests.add(status, nanos);
    }
  }

  private void sample() {
    long now = clock.millis();
    // What was counted belongs to the minute that was, even if the next one has just begun.
    recorder.add(now - SAMPLE.toMillis() / 2, requests.take().plus(machine.sample(waiting())));
    if (recorder.store(now)) {
      look();
      forget(now);
    }
  }

  private double waiting() {
    return events.get().waiting();
  }

  private void sumUp() {
    fold.fold(conf.foldEvents());
    outcomes.join();
  }

  /**
   * Looks at every rule, and shows what was found. A store that is away leaves unknown what it
   * holds, and no alert can be kept; the meters tell it all the same.
   */
  private void look() {
    Map<Metric, Double> found = found();
    try {
      if (alerts == null) {
        alerts = new AlertWatch(book, conf.rules(), clock.millis());
      }
      alerts.look(clock.millis(), found::get);
      open = book.open();
    } finally {
      meters.join().show(live, found, open);
    }
  }

  private Map<Metric, Double> found() {
    Optional<Gauger.Values> values = known(() -> gauger.values(recorder.lastMinute()));
    Map<Metric, Double> found = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.watchable()) {
      found.put(
          metric,
          values
              .or(() -> Optional.of(Gauger.Values.ofService(recorder.lastMinute())))
              .flatMap(of -> known(() -> of.of(metric, state)))
              .orElse(Double.NaN));
    }
    return found;
  }

  private static <T> Optional<T> known(Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (Refusal away) {
      return Optional.empty();
    }
  }

  private void forget(long now) {
    if (Grain.HOUR.begin(now) == forgotten) {
      return;
    }
    forgotten = Grain.HOUR.begin(now);
    long day = Grain.DAY.millis();
    database.change(
        handle -> {
          Windows.forget(handle, Grain.MINUTE, now - conf.keepMinutesHours() * Grain.HOUR.millis());
          Windows.forget(handle, Grain.HOUR, now - conf.keepHoursDays() * day);
          Windows.forget(handle, Grain.DAY, now - conf.keepDays() * day);
          AlertBook.forget(handle, now - conf.keepDays() * day);
          KnownOutcomes.forget(handle, now - conf.keepDays() * day);
        });
  }

  /**
   * What the monitoring page shows.
   *
   * @param days how far it looks back
   */
  public MonitoringReport report(int days, Language language) {
    return reporter.report(days, recorder.lastMinute(), language);
  }

  /**
   * How a metric went.
   *
   * @param feature name of a feature, for metrics of one
   * @param from first moment, in milliseconds since 1970
   * @param until first moment no longer
   */
  public Trend trend(
      Metric metric,
      Optional<String> feature,
      Grain grain,
      long from,
      long until,
      Language language) {
    return trends.trend(new Trends.Question(metric, feature, grain, from, until), language);
  }

  /** The newest alerts, open or not. */
  public List<Alert> alerts(int most) {
    return book.newest(most);
  }

  /**
   * A person has seen an alert.
   *
   * @param record is made with the change, or not at all
   * @return the alert, if there is one of this number
   */
  public Optional<Alert> acknowledge(long alert, String who, Consumer<Handle> record) {
    return book.acknowledge(alert, who, clock.millis(), record);
  }

  /** Everything, as Prometheus reads it. */
  public String scrape() {
    return meters.join().scrape();
  }

  /** Stores what was counted, and ends. */
  @Override
  public void close() {
    watch.shutdown();
    try {
      if (!watch.awaitTermination(SAMPLE.toMillis(), TimeUnit.MILLISECONDS)) {
        watch.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    recorder.add(clock.millis(), requests.take());
    recorder.storeAll();
    webhook.ifPresent(Webhook::close);
    meters.join().close();
  }
}
