package io.clairscore.service.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * The stored windows of a series. What is added to a window is added to its sum in the caller's
 * transaction.
 *
 * @param series its name
 * @param type of the sums
 * @param sum adds two of them up
 */
record Windows<T>(Series series, Class<T> type, BinaryOperator<T> sum) {
  static final Windows<ServiceTally> SERVICE =
      new Windows<>(Series.SERVICE, ServiceTally.class, ServiceTally::plus);
  static final Windows<PredictionTally> PREDICTIONS =
      new Windows<>(Series.PREDICTIONS, PredictionTally.class, PredictionTally::plus);

  private static final String KEY =
      " series = :series and grain = :grain and starts_at = :start and model_run = :run";

  // A newer program may have said more.
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * A window and its sum.
   *
   * @param start beginning, in milliseconds since 1970
   */
  record Window<T>(long start, T sum) {}

  /** Adds to the window of a grain that holds a moment. */
  void add(Handle handle, Grain grain, long moment, String run, T more) {
    long start = grain.begin(moment);
    Optional<T> stored =
        handle
            .createQuery("select document from monitoring_windows where" + KEY)
            .bind("series", series.name())
            .bind("grain", grain.name())
            .bind("start", start)
            .bind("run", run)
            .mapTo(String.class)
            .findOne()
            .map(this::read);
    String change =
        stored.isPresent()
            ? "update monitoring_windows set document = :document where" + KEY
            : "insert into monitoring_windows (series, grain, starts_at, model_run, document)"
                + " values (:series, :grain, :start, :run, :document)";
    handle
        .createUpdate(change)
        .bind("series", series.name())
        .bind("grain", grain.name())
        .bind("start", start)
        .bind("run", run)
        .bind("document", write(stored.map(sum -> this.sum.apply(sum, more)).orElse(more)))
        .execute();
  }

  /** Windows that begin from a moment on and before another, oldest first. */
  List<Window<T>> between(Handle handle, Grain grain, long from, long until, String run) {
    return handle
        .createQuery(
            "select starts_at, document from monitoring_windows where series = :series"
                + " and grain = :grain and model_run = :run and starts_at >= :from"
                + " and starts_at < :until order by starts_at")
        .bind("series", series.name())
        .bind("grain", grain.name())
        .bind("run", run)
        .bind("from", from)
        .bind("until", until)
        .map((row, context) -> new Window<>(row.getLong(1), read(row.getString(2))))
        .list();
  }

  /** Removes the windows of a grain that began before a moment. */
  static void forget(Handle handle, Grain grain, long before) {
    handle
        .createUpdate("delete from monitoring_windows where grain = :grain and starts_at < :before")
        .bind("grain", grain.name())
        .bind("before", before)
        .execute();
  }

  private T read(String document) {
    try {
      return JSON.readValue(document, type);
    } catch (JsonProcessingException e) {
      throw MonitoringErrors.window(series, e);
    }
  }

  private static String write(Object sum) {
    try {
      return JSON.writeValueAsString(sum);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A sum that is no JSON", e);
    }
  }
}
