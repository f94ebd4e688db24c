package io.clairscore.pipelines.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartTest {

  private static Element parsed(Picture picture) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(picture.svg().getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static XyChart chart() {
    Axis axis = Axis.round("a & b", 0, 1, String::valueOf);
    return new XyChart(
        "one",
        "Costs < gains",
        "A line & a mark.",
        axis,
        axis,
        List.of(
            new XyChart.Series("line", Stroke.DASHED, List.of(new Point(0, 0), new Point(1, 1)))),
        List.of(new XyChart.Mark("best", Shape.DIAMOND, new Point(0.5, 0.25))),
        List.of(new XyChart.Interval(0.5, 0.1, 0.9)));
  }

  @Test
  void tellsTitleAndDescriptionToThoseWhoDoNotSeeIt() throws Exception {
    Element svg = parsed(chart().draw());
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("one-title one-description");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Costs < gains");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("A line & a mark.");
  }

  @Test
  void drawsALineFromCornerToCornerAndNamesItInTheLegend() throws Exception {
    Element svg = parsed(chart().draw());
    Element line = (Element) svg.getElementsByTagName("polyline").item(0);
    assertThat(line.getAttribute("points")).isEqualTo("66,260 454,14");
    assertThat(line.getAttribute("stroke-dasharray")).isNotEmpty();
    assertThat(texts(svg)).contains("line", "best", "a & b");
  }

  @Test
  void longerBarsAreLongerAndFlaggedOnesAreSaidInWords() throws Exception {
    Element svg =
        parsed(
            new BarChart(
                    "bars",
                    "t",
                    "d",
                    List.of(
                        new BarChart.Bar("long ".repeat(30).strip(), 2, "2", false),
                        new BarChart.Bar("short", 1, "1", true)),
                    "flagged")
                .draw());
    assertThat(texts(svg)).contains("short *", "* flagged");
    NodeList bars = svg.getElementsByTagName("rect");
    List<Double> widths =
        IntStream.range(0, bars.getLength())
            .mapToObj(i -> (Element) bars.item(i))
            .filter(bar -> bar.hasAttribute("stroke"))
            .map(bar -> Double.valueOf(bar.getAttribute("width")))
            .toList();
    assertThat(widths.get(0)).isCloseTo(2 * widths.get(1), within(0.01));
    assertThat(texts(svg)).allSatisfy(text -> assertThat(text.length()).isLessThan(70));
  }

  private static List<String> texts(Element svg) {
    NodeList texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }

  @Test
  void ticksAreRoundAndCoverTheRange() {
    Axis axis = Axis.round("", 0.03, 0.87, String::valueOf);
    assertThat(axis.low()).isEqualTo(0);
    assertThat(axis.high()).isCloseTo(1, within(1e-12));
    assertThat(axis.ticks()).hasSizeBetween(3, 7);
    Axis flat = Axis.round("", 5, 5, String::valueOf);
    assertThat(flat.high()).isGreaterThan(5);
  }

  @Test
  void anAxisWithoutLengthIsRefused() {
    assertThatThrownBy(() -> new Axis("", 1, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot go from 1.0 to 1.0");
  }
}
