package io.clairscore.service.monitoring;

import io.clairscore.scorer.Level;
import io.clairscore.service.http.MayBeNull;
import java.util.List;

/**
 * What the monitoring page shows. A figure that is not known is null.
 *
 * @param at moment it was made, ISO-8601 in UTC
 * @param days days it looks back on
 * @param service what was answered, and how the machine is
 * @param model what answers
 * @param events how the record of decisions is
 * @param predictions what was predicted
 * @param score how the score lies beside that of training; null without a model
 * @param features watched features beside the published population
 * @param estimated performance without outcomes; null without a model
 * @param observed performance by outcomes; null without a model
 * @param drift the drift report written last; null if there is none
 * @param alerts open alerts, the most severe first
 */
public record MonitoringReport(
    String at,
    int days,
    Service service,
    Model model,
    Events events,
    Predictions predictions,
    @MayBeNull ScoreShift score,
    List<Feature> features,
    @MayBeNull Estimated estimated,
    @MayBeNull Observed observed,
    @MayBeNull Drift drift,
    List<AlertView> alerts) {

  /**
   * Requests of these days, and the machine in the last minute.
   *
   * @param errorRate share of requests that failed
   * @param shedRate share of requests that were shed
   * @param latencyP50 milliseconds
   * @param latencyP95 milliseconds
   * @param latencyP99 milliseconds
   * @param cpu share of all processors
   * @param memoryBytes main memory of the process
   * @param heapBytes heap in use
   * @param diskFreeBytes room where the store is
   */
  public record Service(
      String since,
      long requests,
      @MayBeNull Double errorRate,
      @MayBeNull Double shedRate,
      @MayBeNull Double latencyP50,
      @MayBeNull Double latencyP95,
      @MayBeNull Double latencyP99,
      @MayBeNull Double cpu,
      @MayBeNull Double memoryBytes,
      @MayBeNull Double heapBytes,
      @MayBeNull Double diskFreeBytes) {}

  /**
   * The version that answers, null without one, and the last attempt to serve one.
   *
   * @param files what is known of its files
   * @param failure why the version of the last attempt does not answer
   */
  public record Model(
      @MayBeNull String version,
      @MayBeNull String run,
      @MayBeNull String files,
      @MayBeNull String attempted,
      @MayBeNull String failure) {}

  /** The event log, and how far monitoring is behind it. */
  public record Events(
      boolean healthy, int waiting, int capacity, long durable, long failed, long behind) {}

  /** Predictions of these days. */
  public record Predictions(
      long count,
      @MayBeNull Double refusalRate,
      @MayBeNull Double reviewRate,
      List<Trend.Point> perDay) {}

  /**
   * The score by level.
   *
   * @param psi stability index; below 0.1 stable, from 0.25 on another population
   * @param psiByChance what it exceeds in one of twenty such samples if nothing changed
   */
  public record ScoreShift(
      @MayBeNull Double psi, @MayBeNull Double psiByChance, List<LevelShare> levels) {}

  /** Clients of one level, in training and in these days. */
  public record LevelShare(
      Level level,
      String label,
      long trainingCount,
      long count,
      @MayBeNull Double trainingShare,
      @MayBeNull Double share) {}

  /** One feature in these days beside the published population. */
  public record Feature(
      String name,
      String label,
      long count,
      @MayBeNull Double missing,
      @MayBeNull Double missingBefore,
      @MayBeNull Double mean,
      @MayBeNull Double meanBefore,
      @MayBeNull Double deviation,
      @MayBeNull Double deviationBefore) {}

  /**
   * Figures estimated from the model's own calibrated probabilities.
   *
   * @param badge {@code estimated}
   * @param predictions they are of
   * @param measuredOn clients on whom training measured, 0 if unknown
   */
  public record Estimated(
      String badge, long predictions, long measuredOn, List<EstimatedFigureView> figures) {}

  /**
   * One estimated figure.
   *
   * @param bound half of the width in which the real one lies in 95 of 100 cases
   * @param differs whether it differs from training by more than chance
   */
  public record EstimatedFigureView(
      String figure,
      @MayBeNull Double value,
      @MayBeNull Double bound,
      @MayBeNull Double training,
      @MayBeNull Double trainingLow,
      @MayBeNull Double trainingHigh,
      boolean differs) {}

  /**
   * Figures of predictions whose outcome is known.
   *
   * @param badge {@code observed}
   * @param known predictions with an outcome
   * @param accepted those of them that were accepted
   * @param defaults those of them whose client had difficulties paying
   * @param figures null values where there is too little
   */
  public record Observed(
      String badge, long known, long accepted, long defaults, List<ObservedFigure> figures) {}

  /** One observed figure with its 95 % interval. */
  public record ObservedFigure(
      String figure,
      @MayBeNull Double value,
      @MayBeNull Double low,
      @MayBeNull Double high,
      @MayBeNull Double training) {}

  /** The drift report written last, in words. */
  public record Drift(
      String date, String status, boolean alarm, String verdict, String sentence, String action) {}

  /**
   * An alert, in words.
   *
   * @param metric key of what is watched
   * @param closed null while it is open
   */
  public record AlertView(
      long id,
      String rule,
      String metric,
      String label,
      Rule.Severity severity,
      Rule.Direction direction,
      double threshold,
      double value,
      String opened,
      @MayBeNull String closed,
      @MayBeNull String acknowledged,
      @MayBeNull String acknowledgedBy,
      String sentence,
      String remedy) {

    /** An alert in a language. */
    public static AlertView of(
        Alert alert, AlertWords words, io.clairscore.features.text.Language language) {
      return new AlertView(
          alert.id(),
          alert.rule(),
          alert.metric().key(),
          alert.metric().label(language),
          alert.severity(),
          alert.direction(),
          alert.threshold(),
          alert.lastValue(),
          alert.opened().toString(),
          alert.closed().map(Object::toString).orElse(null),
          alert.acknowledged().map(Object::toString).orElse(null),
          alert.acknowledgedBy().orElse(null),
          words.sentence(alert),
          words.remedy(alert));
    }
  }
}
