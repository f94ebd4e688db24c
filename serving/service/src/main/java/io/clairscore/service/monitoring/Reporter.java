package io.clairscore.service.monitoring;

import io.clairscore.drift.folder.LatestVerdict;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.published.FeatureProfile;
import io.clairscore.service.events.EventLogStatus;
import io.clairscore.service.model.Attempt;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.model.ServedModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what the monitoring page shows. */
final class Reporter {
  private final LiveModel live;
  private final Supplier<EventLogStatus> events;
  private final Gauger gauger;
  private final Trends trends;
  private final StateWatch state;
  private final AlertBook book;
  private final Clock clock;
  private final String since;

  Reporter(
      LiveModel live,
      Supplier<EventLogStatus> events,
      Gauger gauger,
      Trends trends,
      StateWatch state,
      AlertBook book,
      Clock clock) {
    this.live = live;
    this.events = events;
    this.gauger = gauger;
    this.trends = trends;
    this.state = state;
    this.book = book;
    this.clock = clock;
    this.since = clock.instant().toString();
  }

  MonitoringReport report(int days, ServiceTally lastMinute, Language language) {
    Duration span = Duration.ofDays(days);
    Optional<PredictionFigures> predicted = gauger.predictions(span);
    return new MonitoringReport(
        clock.instant().toString(),
        days,
        service(gauger.service(span), lastMinute),
        model(),
        events(),
        predictions(predicted, days, language),
        predicted.map(figures -> score(figures, language)).orElse(null),
        predicted.map(figures -> features(figures, language)).orElse(List.of()),
        predicted.map(PerformanceViews::estimated).orElse(null),
        predicted
            .flatMap(
                figures ->
                    gauger
                        .observed(span)
                        .map(known -> PerformanceViews.observed(known, figures.reference())))
            .orElse(null),
        state.latest().map(verdict -> drift(verdict, language)).orElse(null),
        alerts(language));
  }

  private MonitoringReport.Service service(ServiceTally tally, ServiceTally lastMinute) {
    return new MonitoringReport.Service(
        since,
        tally.requests(),
        orNull(tally.errorRate()),
        orNull(tally.shedRate()),
        orNull(ServiceFigures.of(tally, Metric.LATENCY_P50)),
        orNull(ServiceFigures.of(tally, Metric.LATENCY_P95)),
        orNull(ServiceFigures.of(tally, Metric.LATENCY_P99)),
        orNull(ServiceFigures.of(lastMinute, Metric.CPU)),
        orNull(ServiceFigures.of(lastMinute, Metric.MEMORY)),
        orNull(ServiceFigures.of(lastMinute, Metric.HEAP)),
        orNull(ServiceFigures.of(lastMinute, Metric.DISK_FREE)));
  }

  private MonitoringReport.Model model() {
    Attempt attempt = live.lastAttempt();
    Optional<ServedModel> served = live.current();
    return new MonitoringReport.Model(
        served.map(ServedModel::name).orElse(null),
        served.map(ServedModel::run).orElse(null),
        live.files().map(Enum::name).orElse(null),
        attempt.when().equals(Instant.EPOCH) ? null : attempt.when().toString(),
        attempt.failure().orElse(null));
  }

  private MonitoringReport.Events events() {
    EventLogStatus status = events.get();
    return new MonitoringReport.Events(
        status.healthy(),
        status.waiting(),
        status.capacity(),
        status.durable(),
        status.failed(),
        Math.round(state.of(Metric.EVENTS_BEHIND)));
  }

  private MonitoringReport.Predictions predictions(
      Optional<PredictionFigures> predicted, int days, Language language) {
    long now = clock.millis();
    Trends.Question perDay =
        new Trends.Question(
            Metric.PREDICTIONS,
            Optional.empty(),
            Grain.DAY,
            Grain.DAY.begin(now - Duration.ofDays(days - 1).toMillis()),
            now + 1);
    return new MonitoringReport.Predictions(
        predicted.map(figures -> figures.tally().predictions()).orElse(0L),
        predicted.map(figures -> orNull(figures.of(Metric.REFUSAL_RATE))).orElse(null),
        predicted.map(figures -> orNull(figures.of(Metric.REVIEW_RATE))).orElse(null),
        trends.trend(perDay, language).points());
  }

  private static MonitoringReport.ScoreShift score(PredictionFigures figures, Language language) {
    List<MonitoringReport.LevelShare> levels = new ArrayList<>();
    long[] before = figures.levels().reference();
    long[] now = figures.levels().current();
    for (Level level : Level.values()) {
      int at = level.ordinal();
      levels.add(
          new MonitoringReport.LevelShare(
              level,
              level.word(language),
              before[at],
              now[at],
              orNull((double) before[at] / figures.levels().referenceTotal()),
              orNull((double) now[at] / figures.levels().currentTotal())));
    }
    return new MonitoringReport.ScoreShift(
        orNull(figures.scorePsi()), orNull(figures.scorePsiByChance()), levels);
  }

  private static List<MonitoringReport.Feature> features(
      PredictionFigures figures, Language language) {
    return figures.reference().chosen().keySet().stream()
        .map(
            name -> {
              FeatureTally tally = figures.tally().feature(name);
              Optional<FeatureProfile> before = figures.reference().profile(name);
              return new MonitoringReport.Feature(
                  name,
                  FeatureTexts.core().label(name).in(language),
                  tally.count(),
                  orNull(tally.missingRate()),
                  before.map(PredictionFigures::missingRate).orElse(null),
                  orNull(tally.meanOrNone()),
                  before.map(FeatureProfile::mean).orElse(null),
                  orNull(tally.deviation()),
                  before.map(FeatureProfile::deviation).orElse(null));
            })
        .toList();
  }

  private static MonitoringReport.Drift drift(LatestVerdict verdict, Language language) {
    LatestVerdict.Texts texts = verdict.texts().get(language.code());
    return new MonitoringReport.Drift(
        verdict.outcome().date(),
        verdict.outcome().status().name(),
        verdict.outcome().alarm(),
        texts.verdict(),
        texts.sentence(),
        texts.action());
  }

  private List<MonitoringReport.AlertView> alerts(Language language) {
    AlertWords words = new AlertWords(language);
    return book.open().stream()
        .sorted(Comparator.comparing(Alert::severity).reversed())
        .map(alert -> MonitoringReport.AlertView.of(alert, words, language))
        .toList();
  }

  static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
