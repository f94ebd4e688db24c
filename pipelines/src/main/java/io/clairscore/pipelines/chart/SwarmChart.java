package io.clairscore.pipelines.chart;

import java.util.List;

/**
 * Many values in rows about a common zero, as dots that make room for each other. The shade of a
 * dot tells a second quantity; what matters is said in the description as well.
 *
 * @param name file name without ending
 * @param title what is shown
 * @param description what can be seen, in sentences
 * @param rows from top to bottom
 * @param axis of the values
 * @param legend what a dark blue, an orange and a grey dot are, in this order
 */
public record SwarmChart(
    String name, String title, String description, List<Row> rows, Axis axis, List<String> legend) {
  private static final double LEFT = 12;
  private static final double RIGHT = Svg.WIDTH - 12;
  private static final double TOP = 16;
  private static final double ROW = 46;
  private static final double RADIUS = 1.8;
  private static final double SPREAD = 13;
  private static final int PLACES = 160;
  private static final int[] LOW = {0x00, 0x72, 0xb2};
  private static final int[] HIGH = {0xe6, 0x9f, 0x00};
  private static final String UNKNOWN = "#9a9a9a";

  /** A row of dots under its label. */
  public record Row(String label, List<Dot> dots) {
    public Row {
      dots = List.copyOf(dots);
    }
  }

  /**
   * A dot.
   *
   * @param value where it stands
   * @param shade from 0, dark blue, to 1, orange; NaN for grey
   */
  public record Dot(double value, double shade) {}

  public SwarmChart {
    rows = List.copyOf(rows);
    legend = List.copyOf(legend);
    if (legend.size() != 3) {
      throw new IllegalArgumentException("A swarm has three kinds of dots, not " + legend);
    }
  }

  /** Draws it. */
  public Picture draw() {
    Svg svg = new Svg();
    double bottom = TOP + rows.size() * ROW;
    for (Axis.Tick tick : axis.ticks()) {
      svg.gridLine(x(tick.value()), TOP, x(tick.value()), bottom);
      svg.text(x(tick.value()), bottom + 18, Svg.Anchor.MIDDLE, tick.text());
    }
    svg.line(x(0), TOP, x(0), bottom, Svg.INK);
    double y = TOP;
    for (Row row : rows) {
      svg.text(LEFT, y + 12, Svg.Anchor.START, row.label());
      swarm(svg, row, y + ROW - SPREAD - 2);
      y += ROW;
    }
    svg.text((LEFT + RIGHT) / 2, bottom + 38, Svg.Anchor.MIDDLE, axis.label());
    y = bottom + 60;
    double[] shades = {0, 1, Double.NaN};
    for (int i = 0; i < shades.length; i++) {
      svg.dot(LEFT + 6, y - 4, 2 * RADIUS, fill(shades[i]));
      svg.text(LEFT + 18, y, Svg.Anchor.START, legend.get(i));
      y += 20;
    }
    return svg.picture(name, title, description, y);
  }

  /** Dots at nearly the same place move up and down in turn, as far as the row allows. */
  private void swarm(Svg svg, Row row, double middle) {
    int[] taken = new int[PLACES + 1];
    for (Dot dot : row.dots()) {
      int place = (int) Math.round(Math.min(1, Math.max(0, axis.share(dot.value()))) * PLACES);
      int turn = taken[place]++;
      double away = (turn + 1) / 2 * RADIUS;
      double up = turn % 2 == 0 ? away : -away;
      double y = middle + Math.max(-SPREAD, Math.min(SPREAD, up));
      svg.dot(x(dot.value()), y, RADIUS, fill(dot.shade()));
    }
  }

  private double x(double value) {
    return LEFT + Math.min(1, Math.max(0, axis.share(value))) * (RIGHT - LEFT);
  }

  private static String fill(double shade) {
    if (Double.isNaN(shade)) {
      return UNKNOWN;
    }
    StringBuilder colour = new StringBuilder("#");
    for (int i = 0; i < LOW.length; i++) {
      colour.append("%02x".formatted((int) Math.round(LOW[i] + shade * (HIGH[i] - LOW[i]))));
    }
    return colour.toString();
  }
}
