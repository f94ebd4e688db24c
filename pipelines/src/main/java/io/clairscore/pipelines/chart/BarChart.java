package io.clairscore.pipelines.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal bars under their labels, so that a long label has the whole width.
 *
 * @param name file name without ending
 * @param title what is shown
 * @param description what can be seen, in sentences
 * @param bars from top to bottom
 * @param flag what a striped bar means; it is said where there is one
 */
public record BarChart(String name, String title, String description, List<Bar> bars, String flag) {
  private static final double LEFT = 8;
  private static final double LONGEST = Svg.WIDTH - 80;
  private static final double ROW = 17;
  private static final double THICKNESS = 13;
  private static final String STAR = " *";

  /**
   * A bar.
   *
   * @param label what it is about
   * @param value its length, at least 0
   * @param text its value in words
   * @param flagged whether it is striped
   */
  public record Bar(String label, double value, String text, boolean flagged) {}

  public BarChart {
    bars = List.copyOf(bars);
  }

  /** Draws it. */
  public Picture draw() {
    Svg svg = new Svg();
    String stripes = name + "-stripes";
    svg.stripes(stripes, Stroke.DASHED.colour);
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    double y = ROW;
    for (Bar bar : bars) {
      for (String line : lines(bar.flagged() ? bar.label() + STAR : bar.label())) {
        svg.text(LEFT, y, Svg.Anchor.START, line);
        y += ROW;
      }
      double width = longest == 0 ? 0 : bar.value() / longest * LONGEST;
      String fill = bar.flagged() ? "url(#" + stripes + ")" : Stroke.SOLID.colour;
      svg.rectangle(LEFT, y - THICKNESS, width, THICKNESS, fill);
      svg.text(LEFT + width + 6, y - 2, Svg.Anchor.START, bar.text());
      y += 1.5 * ROW;
    }
    if (bars.stream().anyMatch(Bar::flagged)) {
      for (String line : lines(STAR.strip() + " " + flag)) {
        svg.text(LEFT, y, Svg.Anchor.START, line);
        y += ROW;
      }
    }
    return svg.picture(name, title, description, y);
  }

  /** A text broken between words where it would be too wide. */
  private static List<String> lines(String text) {
    int most = Svg.lettersIn(Svg.WIDTH - 2 * LEFT);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
