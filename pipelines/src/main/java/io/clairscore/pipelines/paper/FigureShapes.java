package io.clairscore.pipelines.paper;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The elements of a figure of {@code pipelines.chart} as shapes, in the order of the drawing. */
final class FigureShapes {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+");
  private static final Pattern STEP = Pattern.compile("([A-Za-z])([^A-Za-z]*)");
  private static final int STRIPE = 6;

  private final Letters letters;
  private final List<Painted> painted = new ArrayList<>();
  private double letterSize;
  private int ink;
  private int stripes;

  FigureShapes(Letters letters) {
    this.letters = letters;
  }

  /** A shape to be drawn as a line, or filled where it has none. */
  record Painted(Shape shape, int colour, Line line) {}

  /** How a line is drawn, in the units of the figure. */
  record Line(double width, float[] dashes) {
    BasicStroke scaled(double scale) {
      float[] scaled = dashes == null ? null : dashes.clone();
      for (int i = 0; scaled != null && i < scaled.length; i++) {
        scaled[i] *= (float) scale;
      }
      return new BasicStroke(
          (float) (width * scale), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, scaled, 0);
    }
  }

  static double[] size(Element svg) {
    return new double[] {number(svg, "width"), number(svg, "height")};
  }

  List<Painted> of(Element svg) {
    letterSize = number(svg, "font-size");
    ink = colour(svg.getAttribute("fill"));
    for (Node child = svg.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        add(element);
      }
    }
    return painted;
  }

  private void add(Element element) {
    switch (element.getTagName()) {
      case "line" ->
          paint(
              element,
              new Line2D.Double(
                  number(element, "x1"),
                  number(element, "y1"),
                  number(element, "x2"),
                  number(element, "y2")));
      case "rect" ->
          paint(
              element,
              new Rectangle2D.Double(
                  number(element, "x"),
                  number(element, "y"),
                  number(element, "width"),
                  number(element, "height")));
      case "circle" -> {
        double radius = number(element, "r");
        paint(
            element,
            new Ellipse2D.Double(
                number(element, "cx") - radius,
                number(element, "cy") - radius,
                2 * radius,
                2 * radius));
      }
      case "polyline" -> paint(element, polyline(numbers(element.getAttribute("points"))));
      case "path" -> paint(element, path(element.getAttribute("d")));
      case "text" -> text(element);
      case "defs" -> stripes = stripeColour(element);
      case "title", "desc" -> {}
      default -> throw new IllegalArgumentException("No figure holds " + element.getTagName());
    }
  }

  private void paint(Element element, Shape shape) {
    Shape placed = transform(element).createTransformedShape(shape);
    String fill = element.getAttribute("fill");
    if (fill.startsWith("url(")) {
      painted.add(new Painted(placed, 0xffffff, null));
      painted.add(new Painted(striped(placed), stripes, null));
    } else if (!fill.equals("none") && !(shape instanceof Line2D)) {
      painted.add(new Painted(placed, fill.isEmpty() ? ink : colour(fill), null));
    }
    String stroke = element.getAttribute("stroke");
    if (!stroke.isEmpty() && !stroke.equals("none")) {
      String width = element.getAttribute("stroke-width");
      double[] dashes = numbers(element.getAttribute("stroke-dasharray"));
      Line line = new Line(width.isEmpty() ? 1 : Double.parseDouble(width), floats(dashes));
      painted.add(new Painted(placed, colour(stroke), line));
    }
  }

  private void text(Element element) {
    Letters.Line line = letters.of(element.getTextContent(), letterSize);
    double shift =
        switch (element.getAttribute("text-anchor")) {
          case "middle" -> line.width() / 2;
          case "end" -> line.width();
          default -> 0;
        };
    AffineTransform place = transform(element);
    place.translate(number(element, "x") - shift, number(element, "y"));
    painted.add(new Painted(place.createTransformedShape(line.outline()), ink, null));
  }

  /** What of a shape lies under stripes at 45 degrees. */
  private static Shape striped(Shape shape) {
    Rectangle2D bounds = shape.getBounds2D();
    Area stripes = new Area();
    double height = bounds.getHeight();
    double step = STRIPE * Math.sqrt(2);
    for (double x = bounds.getX() - height; x < bounds.getMaxX(); x += step) {
      Path2D stripe = new Path2D.Double();
      stripe.moveTo(x, bounds.getMaxY());
      stripe.lineTo(x + height, bounds.getY());
      stripe.lineTo(x + height + step / 2, bounds.getY());
      stripe.lineTo(x + step / 2, bounds.getMaxY());
      stripe.closePath();
      stripes.add(new Area(stripe));
    }
    stripes.intersect(new Area(shape));
    return stripes;
  }

  private static int stripeColour(Element definitions) {
    Node last = definitions.getFirstChild().getLastChild();
    return colour(((Element) last).getAttribute("fill"));
  }

  private static Shape polyline(double[] points) {
    Path2D line = new Path2D.Double();
    line.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      line.lineTo(points[i], points[i + 1]);
    }
    return line;
  }

  private static Shape path(String steps) {
    Path2D path = new Path2D.Double();
    for (MatchResult step : STEP.matcher(steps).results().toList()) {
      double[] to = numbers(step.group(2));
      Point2D from = path.getCurrentPoint();
      switch (step.group(1)) {
        case "M" -> path.moveTo(to[0], to[1]);
        case "L" -> path.lineTo(to[0], to[1]);
        case "H" -> path.lineTo(to[0], from.getY());
        case "h" -> path.lineTo(from.getX() + to[0], from.getY());
        case "v" -> path.lineTo(from.getX(), from.getY() + to[0]);
        case "C" -> path.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
        case "z" -> path.closePath();
        default -> throw new IllegalArgumentException("No figure steps by " + step.group());
      }
    }
    return path;
  }

  private static AffineTransform transform(Element element) {
    String written = element.getAttribute("transform");
    double[] by = numbers(written);
    if (written.startsWith("translate")) {
      return AffineTransform.getTranslateInstance(by[0], by[1]);
    }
    return written.startsWith("rotate")
        ? AffineTransform.getRotateInstance(Math.toRadians(by[0]), by[1], by[2])
        : new AffineTransform();
  }

  private static double number(Element element, String name) {
    String written = element.getAttribute(name);
    return written.isEmpty() ? 0 : Double.parseDouble(written);
  }

  private static double[] numbers(String written) {
    return NUMBER
        .matcher(written)
        .results()
        .mapToDouble(of -> Double.parseDouble(of.group()))
        .toArray();
  }

  private static float[] floats(double[] numbers) {
    if (numbers.length == 0) {
      return null;
    }
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  private static int colour(String written) {
    return Integer.parseInt(written.substring(1), 16);
  }
}
