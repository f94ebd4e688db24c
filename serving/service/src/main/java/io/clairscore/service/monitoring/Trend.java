package io.clairscore.service.monitoring;

import io.clairscore.service.http.MayBeNull;
import java.util.List;

/**
 * How a metric went over time.
 *
 * @param name key of the metric
 * @param label what it is, in words
 * @param unit how its numbers are read
 * @param badge {@code measured}, {@code estimated} without outcomes, or {@code observed} with them
 * @param feature name of the feature, if it is of one
 * @param grain width of the windows
 * @param before value before the model answered, if there is one
 * @param points one per window with anything in it, oldest first
 */
public record Trend(
    String name,
    String label,
    Metric.Unit unit,
    String badge,
    @MayBeNull String feature,
    Grain grain,
    @MayBeNull Double before,
    List<Point> points) {

  /**
   * One window.
   *
   * @param start beginning, ISO-8601 in UTC
   * @param value null where the window does not say
   * @param count requests, predictions or outcomes it is of
   */
  public record Point(String start, @MayBeNull Double value, long count) {}
}
