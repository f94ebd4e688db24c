package io.clairscore.pipelines.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.text.Language;
import io.clairscore.pipelines.chart.Axis;
import io.clairscore.pipelines.chart.BarChart;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.chart.Point;
import io.clairscore.pipelines.chart.Shape;
import io.clairscore.pipelines.chart.Stroke;
import io.clairscore.pipelines.chart.XyChart;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** One small text with everything that a paper can hold. */
class PaperTest {
  private static final Picture BARS =
      new BarChart(
              "bars",
              "Deux barres",
              "La plus longue : « a » & 3 < 4.",
              List.of(
                  new BarChart.Bar("Âge & durée", 3, "3,0", true),
                  new BarChart.Bar("b", 1, "1,0", false)),
              "rayée")
          .draw();
  private static final Picture LINES =
      new XyChart(
              "lines",
              "Une ligne",
              "Elle monte.",
              Axis.round("part", 0, 1, String::valueOf),
              Axis.round("coût", 0, 1, String::valueOf),
              List.of(
                  new XyChart.Series(
                      "ligne", Stroke.DASHED, List.of(new Point(0, 0), new Point(1, 1)))),
              Arrays.stream(Shape.values())
                  .map(shape -> new XyChart.Mark(shape.name(), shape, new Point(0.5, 0.5)))
                  .toList(),
              List.of(new XyChart.Interval(0.2, 0.1, 0.3)))
          .draw();
  private static final String TEXT =
      """
      # Titre

      ## Première section

      Le coût est de −1 234,5 €, soit 95 % « au plus » ; l’écart de `max_depth` < 3 & plus.

      *Une légende*

      | nom | valeur |
      |---|---:|
      | a\\|b | 1 |

      ## Seconde section

      ![une](figures/lines.svg "Une ligne")
      ![autre](figures/bars.svg "Deux barres")
      """
          .replace("1 234,5", "1\u202f234,5")
          .replace("95 %", "95\u00a0%");

  private static Paper paper() {
    return new Paper(
        "Un \"essai\" \\ de titre",
        "Sujet & objet",
        Language.FRENCH,
        Instant.parse("2026-11-27T12:00:00Z"),
        TEXT,
        Map.of("bars", BARS, "lines", LINES),
        true);
  }

  @Test
  void thePageHasItsTablesHeadingsAndFigures() {
    assertThat(paper().page())
        .contains("<html lang=\"fr\"", "<title>Un &quot;essai&quot; \\ de titre</title>")
        .contains("<caption>Une légende</caption>")
        .contains("<th scope=\"col\" class=\"figure-cell\">valeur</th>")
        .contains("<th scope=\"row\" class=\"word-cell\">a|b</th>")
        .contains("<h2 id=\"section-2\">Seconde section</h2>")
        .contains("<div class=\"figures of2\">", "<p class=\"caption\">Deux barres</p>")
        .contains("role=\"img\"")
        .doesNotContain("<em>Une légende", "<bookmark", "<svg alt");
  }

  @Test
  void thePageIsWellFormed() throws Exception {
    String page = paper().page().replaceFirst("<!DOCTYPE html>", "");
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)))
                .getElementsByTagName("svg")
                .getLength())
        .isEqualTo(2);
  }

  @Test
  void thePdfIsTaggedA4InItsLanguageWithAllFontsInside() throws IOException {
    try (PdfPages pages = PdfPages.of(paper().pdf())) {
      assertThat(pages.tagged()).isTrue();
      assertThat(pages.language()).isEqualTo("fr");
      assertThat(pages.title()).isEqualTo("Un \"essai\" \\ de titre");
      assertThat(pages.sizes()).containsOnly("210 x 297 mm");
      assertThat(pages.fontsOutside()).isEmpty();
      assertThat(pages.bookmarks()).containsExactly("Première section", "Seconde section");
      assertThat(pages.alternatives())
          .containsExactly("Elle monte.", "La plus longue : « a » & 3 < 4.");
    }
  }

  @Test
  void thePdfHoldsEveryLetterOfTheText() throws IOException {
    try (PdfPages pages = PdfPages.of(paper().pdf())) {
      assertThat(pages.texts()).hasSize(2);
      assertThat(pages.texts().get(0))
          .contains("\u22121\u202f234,5 €", "95\u00a0%", "« au plus »")
          .contains("l’écart de ", "max_depth", "< 3 & plus", "1 / 2", "Un \"essai\" \\ de titre");
      assertThat(pages.texts().get(1)).contains("Seconde section").doesNotContain("Première");
    }
  }

  @Test
  void theSamePaperMakesTheSameBytes() {
    assertThat(paper().pdf()).isEqualTo(paper().pdf());
    assertThat(paper().page()).isEqualTo(paper().page());
  }

  @Test
  void theLibraryHasNothingToComplainOf() {
    assertThat(new PdfFile(Instant.EPOCH).complaints(paper().forPaper())).isEmpty();
  }

  @Test
  void aFigureThatIsNotThereIsAnError() {
    Paper without =
        new Paper(
            "t", "s", Language.ENGLISH, Instant.EPOCH, "![x](figures/none.svg)", Map.of(), false);
    assertThatThrownBy(without::page)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("figures/none.svg");
  }
}
