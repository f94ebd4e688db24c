package io.clairscore.pipelines.chart;

import java.util.List;

/**
 * Lines, marks and intervals over two axes.
 *
 * @param name file name without ending
 * @param title what is shown
 * @param description what can be seen, in sentences
 * @param x horizontal axis
 * @param y vertical axis
 * @param series lines
 * @param marks single points
 * @param intervals vertical intervals, drawn under the marks
 */
public record XyChart(
    String name,
    String title,
    String description,
    Axis x,
    Axis y,
    List<Series> series,
    List<Mark> marks,
    List<Interval> intervals) {
  private static final double LEFT = 66;
  private static final double RIGHT = Svg.WIDTH - 26;
  private static final double TOP = 14;
  private static final double BOTTOM = 260;
  private static final double LEGEND = 322;
  private static final double ROW = 21;

  /**
   * A line.
   *
   * @param label its name in the legend
   */
  public record Series(String label, Stroke stroke, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point of its own.
   *
   * @param label its name in the legend; without one it is not in the legend
   */
  public record Mark(String label, Shape shape, Point at) {}

  /** From low to high at one place of the horizontal axis. */
  public record Interval(double x, double low, double high) {}

  public XyChart {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
    intervals = List.copyOf(intervals);
  }

  /** Lines alone. */
  public XyChart(
      String name, String title, String description, Axis x, Axis y, List<Series> series) {
    this(name, title, description, x, y, series, List.of(), List.of());
  }

  /** Draws it. */
  public Picture draw() {
    Svg svg = new Svg();
    frame(svg);
    for (Series line : series) {
      svg.polyline(line.points().stream().map(this::place).toList(), line.stroke());
    }
    for (Interval interval : intervals) {
      Point low = place(new Point(interval.x(), interval.low()));
      Point high = place(new Point(interval.x(), interval.high()));
      svg.line(low.x(), low.y(), high.x(), high.y(), Svg.INK);
    }
    // Backwards, so that the first of several marks at one place is seen.
    for (int i = marks.size() - 1; i >= 0; i--) {
      Point at = place(marks.get(i).at());
      svg.shape(marks.get(i).shape(), at.x(), at.y());
    }
    return svg.picture(name, title, description, legend(svg));
  }

  private void frame(Svg svg) {
    for (Axis.Tick tick : x.ticks()) {
      double at = place(new Point(tick.value(), y.low())).x();
      svg.gridLine(at, TOP, at, BOTTOM);
      svg.text(at, BOTTOM + 18, Svg.Anchor.MIDDLE, tick.text());
    }
    for (Axis.Tick tick : y.ticks()) {
      double at = place(new Point(x.low(), tick.value())).y();
      svg.gridLine(LEFT, at, RIGHT, at);
      svg.text(LEFT - 6, at + 4, Svg.Anchor.END, tick.text());
    }
    svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, Svg.INK);
    svg.line(LEFT, TOP, LEFT, BOTTOM, Svg.INK);
    svg.text((LEFT + RIGHT) / 2, BOTTOM + 38, Svg.Anchor.MIDDLE, x.label());
    svg.upwards(15, (TOP + BOTTOM) / 2, y.label());
  }

  /** Draws the legend and returns where the picture ends. */
  private double legend(Svg svg) {
    double row = LEGEND;
    for (Series line : series) {
      svg.polyline(List.of(new Point(LEFT - 36, row), new Point(LEFT - 8, row)), line.stroke());
      svg.text(LEFT, row + 4, Svg.Anchor.START, line.label());
      row += ROW;
    }
    List<Mark> named = marks.stream().filter(mark -> !mark.label().isEmpty()).toList();
    for (Mark mark : named) {
      svg.shape(mark.shape(), LEFT - 22, row);
      svg.text(LEFT, row + 4, Svg.Anchor.START, mark.label());
      row += ROW;
    }
    return row;
  }

  private Point place(Point point) {
    return new Point(
        LEFT + x.share(point.x()) * (RIGHT - LEFT), BOTTOM - y.share(point.y()) * (BOTTOM - TOP));
  }
}
