package io.clairscore.pipelines.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the elements of one SVG picture; lengths are in pixels of its own width. */
final class Svg {
  /** Wide enough for a page, narrow enough that letters stay readable on a telephone. */
  static final double WIDTH = 480;

  static final String INK = "#222222";
  private static final String GRID = "#d0d0d0";
  private static final int LETTERS = 13;
  private static final double LETTER_WIDTH = 6.9;

  private final StringBuilder body = new StringBuilder();
  private final DecimalFormat length =
      new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));

  /** Where a text is anchored. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * Appends an element.
   *
   * @param element a format with single quotes where the element has double ones
   * @param parts what fills it; lengths are written with few decimals
   */
  private void add(String element, Object... parts) {
    Object[] written = parts.clone();
    for (int i = 0; i < parts.length; i++) {
      written[i] = parts[i] instanceof Double value ? px(value) : parts[i];
    }
    body.append(element.replace('\'', '"').formatted(written)).append('\n');
  }

  void line(double x1, double y1, double x2, double y2, String colour) {
    add("<line x1='%s' y1='%s' x2='%s' y2='%s' stroke='%s'/>", x1, y1, x2, y2, colour);
  }

  void gridLine(double x1, double y1, double x2, double y2) {
    line(x1, y1, x2, y2, GRID);
  }

  void polyline(List<Point> points, Stroke stroke) {
    String path =
        points.stream()
            .map(point -> px(point.x()) + "," + px(point.y()))
            .collect(Collectors.joining(" "));
    add(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'%s/>",
        path, stroke.colour, stroke.dashes);
  }

  void rectangle(double x, double y, double width, double height, String fill) {
    add(
        "<rect x='%s' y='%s' width='%s' height='%s' fill='%s' stroke='%s'/>",
        x, y, width, height, fill, INK);
  }

  void dot(double x, double y, double radius, String fill) {
    add("<circle cx='%s' cy='%s' r='%s' fill='%s'/>", x, y, radius, fill);
  }

  void shape(Shape shape, double x, double y) {
    add(
        "<path transform='translate(%s %s)' d='%s' fill='%s' stroke='%s'/>",
        x, y, shape.path, shape.fill, INK);
  }

  void text(double x, double y, Anchor anchor, String text) {
    text(x, y, anchor, "", text);
  }

  /** A text that is read from bottom to top. */
  void upwards(double x, double y, String text) {
    text(x, y, Anchor.MIDDLE, " transform=\"rotate(-90 %s %s)\"".formatted(px(x), px(y)), text);
  }

  private void text(double x, double y, Anchor anchor, String more, String text) {
    add(
        "<text x='%s' y='%s' text-anchor='%s'%s>%s</text>",
        x, y, anchor.name().toLowerCase(Locale.ROOT), more, escaped(text));
  }

  /** Stripes, for what must be told apart without colour. */
  void stripes(String id, String colour) {
    add(
        "<defs><pattern id='%s' width='6' height='6' patternUnits='userSpaceOnUse'"
            + " patternTransform='rotate(45)'><rect width='6' height='6' fill='#ffffff'/>"
            + "<rect width='3' height='6' fill='%s'/></pattern></defs>",
        id, colour);
  }

  /** Letters that surely fit into a width. */
  static int lettersIn(double width) {
    return (int) (width / LETTER_WIDTH);
  }

  /** The picture of everything drawn so far. */
  Picture picture(String name, String title, String description, double height) {
    String svg =
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
                + " aria-labelledby=\"%1$s-title %1$s-description\" width=\"%2$s\" height=\"%3$s\""
                + " viewBox=\"0 0 %2$s %3$s\" font-family=\"sans-serif\" font-size=\"%4$d\""
                + " fill=\"%5$s\">\n<title id=\"%1$s-title\">%6$s</title>\n"
                + "<desc id=\"%1$s-description\">%7$s</desc>\n"
                + "<rect width=\"%2$s\" height=\"%3$s\" fill=\"#ffffff\"/>\n%8$s</svg>\n")
            .formatted(
                name,
                px(WIDTH),
                px(Math.ceil(height)),
                LETTERS,
                INK,
                escaped(title),
                escaped(description),
                body);
    return new Picture(name, title, description, svg);
  }

  private String px(double value) {
    return length.format(value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
