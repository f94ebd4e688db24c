package io.clairscore.pipelines.paper;

import io.clairscore.pipelines.chart.Picture;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The elements of a page that a text in Markdown stands for, well-formed as XML.
 *
 * @param figures by the name under which the text shows them
 * @param forPaper whether a drawing carries its description as an attribute, where a tagged PDF
 *     takes it from
 */
record MarkdownBody(Map<String, Picture> figures, boolean forPaper) {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

  String of(String text) {
    Node document = PARSER.parse(text);
    document.accept(new Grouping());
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .escapeHtml(true)
        .nodeRendererFactory(context -> new PageElements(context, this::drawing))
        .build()
        .render(document);
  }

  /** The drawing that an address names. */
  private String drawing(String address) {
    Picture picture =
        figures.get(address.replaceFirst("^figures/", "").replaceFirst("\\.svg$", ""));
    if (picture == null) {
      throw new IllegalArgumentException("There is no figure " + address);
    }
    return forPaper
        ? picture.svg().replace("<svg ", "<svg alt=\"" + attribute(picture.description()) + "\" ")
        : picture.svg();
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
