package io.clairscore.pipelines.paper;

import io.clairscore.drift.page.Templates;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.chart.Picture;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A document: one text in Markdown, from which page and PDF are made, so that all three say the
 * same. The same paper makes the same bytes.
 *
 * @param title what the document is called
 * @param subject one sentence about it
 * @param language of the text
 * @param created moment that its PDF names
 * @param text Markdown with tables; an image {@code figures/NAME.svg} is the figure of that name
 * @param figures by name
 * @param sectionPerPage whether each section begins on a page of its own
 */
public record Paper(
    String title,
    String subject,
    Language language,
    Instant created,
    String text,
    Map<String, Picture> figures,
    boolean sectionPerPage) {
  private static final Templates TEMPLATES = new Templates(Paper.class);

  public Paper {
    figures = Map.copyOf(figures);
  }

  /** A page that needs no other file. */
  public String page() {
    return filled(false, TEMPLATES.resource("paper.css"));
  }

  /** The same page on A4. */
  public byte[] pdf() {
    return new PdfFile(created).of(forPaper());
  }

  /** The page from which the PDF is made. */
  String forPaper() {
    String foot = title.replace("\\", "\\5c ").replace("\"", "\\22 ");
    String style = TEMPLATES.resource("paper.css") + TEMPLATES.resource("pdf.css");
    return filled(true, style.replace("{title}", foot));
  }

  private String filled(boolean forPaper, String style) {
    MarkdownBody body = new MarkdownBody(figures, forPaper);
    Map<String, Object> view = new HashMap<>();
    view.put("language", language.code());
    view.put("title", title);
    view.put("subject", subject);
    view.put("style", style);
    view.put("layout", sectionPerPage ? "section-per-page" : "continuous");
    view.put("sections", forPaper ? body.sections(text) : List.of());
    view.put("body", body.of(text));
    return TEMPLATES.filled("paper.ftlh", view);
  }
}
