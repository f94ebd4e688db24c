package io.clairscore.pipelines.paper;

import io.clairscore.pipelines.chart.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

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
        .escapeHtml(true)
        .nodeRendererFactory(context -> new PageElements(context, this::drawing))
        .attributeProviderFactory(context -> new Anchors())
        .build()
        .render(document);
  }

  /** The headings of the sections, in their order. */
  List<String> sections(String text) {
    List<String> sections = new ArrayList<>();
    Node document = PARSER.parse(text);
    for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Heading heading && heading.getLevel() == Anchors.SECTION) {
        sections.add(TextContentRenderer.builder().build().render(heading).strip());
      }
    }
    return sections;
  }

  /** Numbers the sections, so that a bookmark can name them, and marks what leads to a table. */
  private static final class Anchors implements AttributeProvider {
    private static final int SECTION = 2;
    private int sections;

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      if (node instanceof Heading heading && heading.getLevel() == SECTION) {
        sections++;
        attributes.put("id", "section-" + sections);
      } else if (node instanceof Paragraph && node.getNext() instanceof TableBlock) {
        attributes.put("class", "lead");
      }
    }
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
