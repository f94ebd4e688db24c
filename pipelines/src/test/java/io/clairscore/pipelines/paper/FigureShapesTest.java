package io.clairscore.pipelines.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Elements of a figure against where SVG says that they stand. */
class FigureShapesTest {

  private static List<FigureShapes.Painted> shapes(String elements) throws Exception {
    String svg =
        "<svg width='100' height='100' font-size='10' fill='#222222'>" + elements + "</svg>";
    Element element =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    return new FigureShapes(new Letters()).of(element);
  }

  private static Rectangle2D bounds(String element) throws Exception {
    return shapes(element).get(0).shape().getBounds2D();
  }

  @Test
  void textsAreAnchoredAtTheirStartMiddleAndEnd() throws Exception {
    String text = "<text x='50' y='50' text-anchor='%s'>HHHH</text>";
    Rectangle2D start = bounds(text.formatted("start"));
    Rectangle2D middle = bounds(text.formatted("middle"));
    Rectangle2D end = bounds(text.formatted("end"));
    assertThat(start.getMinX()).isBetween(50.0, 51.5);
    assertThat(middle.getCenterX()).isCloseTo(50, within(0.5));
    assertThat(end.getMaxX()).isBetween(48.5, 50.0);
    assertThat(start.getMaxY()).as("base line").isCloseTo(50, within(0.1));
    assertThat(start.getHeight()).as("capitals").isBetween(7.0, 7.5);
  }

  @Test
  void textsThatReadUpwardsStandUpright() throws Exception {
    Rectangle2D upwards =
        bounds(
            "<text x='15' y='50' text-anchor='middle' transform='rotate(-90 15 50)'>HHHH</text>");
    assertThat(upwards.getHeight()).isGreaterThan(2 * upwards.getWidth());
    assertThat(upwards.getCenterY()).isCloseTo(50, within(0.5));
  }

  @Test
  void pathsStepAbsolutelyAndRelatively() throws Exception {
    Rectangle2D square =
        bounds("<path transform='translate(20 30)' d='M-5 -5h10v10h-10z' fill='#e69f00'/>");
    assertThat(square).isEqualTo(new Rectangle2D.Double(15, 25, 10, 10));
  }

  @Test
  void dashesAndColoursOfALineAreKept() throws Exception {
    FigureShapes.Painted line =
        shapes(
                "<polyline points='0,0 10,10' fill='none' stroke='#0072b2' stroke-width='2'"
                    + " stroke-dasharray='7 4'/>")
            .get(0);
    assertThat(line.colour()).isEqualTo(0x0072b2);
    assertThat(line.line().scaled(3).getLineWidth()).isEqualTo(6);
    assertThat(line.line().scaled(3).getDashArray()).containsExactly(21, 12);
  }

  @Test
  void stripesCoverHalfOfAFlaggedBarAndNothingBesideIt() throws Exception {
    List<FigureShapes.Painted> bar =
        shapes(
            "<defs><pattern id='s'><rect width='6' height='6' fill='#ffffff'/>"
                + "<rect width='3' height='6' fill='#d55e00'/></pattern></defs>"
                + "<rect x='10' y='10' width='60' height='13' fill='url(#s)' stroke='#222222'/>");
    assertThat(bar)
        .extracting(FigureShapes.Painted::colour)
        .containsExactly(0xffffff, 0xd55e00, 0x222222);
    int striped = 0;
    for (double x = 10.25; x < 70; x += 0.5) {
      for (double y = 10.25; y < 23; y += 0.5) {
        striped += bar.get(1).shape().contains(x, y) ? 1 : 0;
      }
    }
    assertThat(striped / (120.0 * 26)).isCloseTo(0.5, within(0.05));
    assertThat(new Rectangle2D.Double(10, 10, 60, 13).contains(bar.get(1).shape().getBounds2D()))
        .isTrue();
  }

  @Test
  void anElementThatIsNotKnownIsAnErrorAndNoGap() {
    assertThatThrownBy(() -> shapes("<ellipse rx='1' ry='2'/>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ellipse");
    assertThatThrownBy(() -> shapes("<path d='M0 0q1 1 2 2'/>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("q1 1 2 2");
  }
}
