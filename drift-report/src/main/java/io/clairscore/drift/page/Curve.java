package io.clairscore.drift.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Places figures over dates in a box of pixels, dates at their true distances.
 *
 * @param dates ascending
 * @param width of the box
 * @param height of the box
 * @param room left free at each side
 */
record Curve(List<LocalDate> dates, int width, int height, int room) {

  /**
   * What a drawing shows.
   *
   * @param path line through the points, broken where a figure is missing
   * @param points one per figure there is
   * @param dashed paths of limits or of the reference
   */
  public record Drawing(String path, List<Point> points, List<String> dashed) {}

  /** A point of the line, marked if its report raises an alarm. */
  public record Point(String x, String y, boolean alarm) {}

  Curve {
    dates = List.copyOf(dates);
  }

  /**
   * Draws figures.
   *
   * @param figures by date; NaN where there is none
   * @param alarms by date
   * @param dashed other figures by date, drawn without points
   */
  Drawing draw(List<Double> figures, List<Boolean> alarms, List<List<Double>> dashed, Scale scale) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      if (Double.isFinite(figures.get(i))) {
        points.add(new Point(x(i), y(figures.get(i), scale), alarms.get(i)));
      }
    }
    return new Drawing(
        path(figures, scale), points, dashed.stream().map(line -> path(line, scale)).toList());
  }

  private String path(List<Double> figures, Scale scale) {
    StringBuilder path = new StringBuilder();
    boolean down = false;
    for (int i = 0; i < dates.size(); i++) {
      boolean known = Double.isFinite(figures.get(i));
      if (known) {
        path.append(down ? 'L' : 'M').append(x(i)).append(' ').append(y(figures.get(i), scale));
      }
      down = known;
    }
    return path.toString();
  }

  private String x(int i) {
    double days = dates.get(dates.size() - 1).toEpochDay() - dates.get(0).toEpochDay();
    double at = days == 0 ? 0.5 : (dates.get(i).toEpochDay() - dates.get(0).toEpochDay()) / days;
    return coordinate(room + at * (width - 2 * room));
  }

  private String y(double figure, Scale scale) {
    return coordinate(height - room - scale.place(figure) * (height - 2 * room));
  }

  private static String coordinate(double at) {
    return String.format(Locale.ROOT, "%.1f", at);
  }

  /** The figures at the lower and the upper end of a drawing. */
  record Scale(double from, double to) {

    /** From nothing to the largest of these figures. */
    static Scale fromZero(List<Double> figures) {
      double most = figures.stream().filter(Double::isFinite).max(Double::compare).orElse(0.0);
      return new Scale(0, most > 0 ? most : 1);
    }

    /** Around these figures. */
    static Scale around(List<Double> figures) {
      double least = figures.stream().filter(Double::isFinite).min(Double::compare).orElse(0.0);
      double most = figures.stream().filter(Double::isFinite).max(Double::compare).orElse(1.0);
      return most > least ? new Scale(least, most) : new Scale(least - 1, most + 1);
    }

    double place(double figure) {
      return (figure - from) / (to - from);
    }
  }
}
