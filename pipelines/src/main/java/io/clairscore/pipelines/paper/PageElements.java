package io.clairscore.pipelines.paper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes tables as assistive technology reads them, with caption and a heading to each row and
 * column, and figures as drawings in the page.
 */
final class PageElements implements NodeRenderer {
  /** A longer table may be cut between pages; its head is repeated. */
  private static final int MOST_ROWS = 18;

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;
  private final UnaryOperator<String> drawing;

  PageElements(HtmlNodeRendererContext context, UnaryOperator<String> drawing) {
    this.context = context;
    this.html = context.getWriter();
    this.drawing = drawing;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        TableBlock.class,
        TableHead.class,
        TableBody.class,
        TableRow.class,
        TableCell.class,
        Grouping.Caption.class,
        Grouping.Figures.class,
        Image.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof TableCell cell) {
      cell(cell);
    } else if (node instanceof Image image) {
      figure(image);
    } else if (node instanceof TableBlock && rows(node) > MOST_ROWS) {
      element("table", Map.of("class", "long"), node);
    } else if (node instanceof Grouping.Figures) {
      element("div", Map.of("class", "figures of" + count(node, Image.class)), node);
    } else {
      element(name(node), Map.of(), node);
    }
  }

  private static String name(Node node) {
    if (node instanceof TableBlock) {
      return "table";
    }
    if (node instanceof TableHead) {
      return "thead";
    }
    if (node instanceof TableBody) {
      return "tbody";
    }
    return node instanceof TableRow ? "tr" : "caption";
  }

  private void cell(TableCell cell) {
    String style = cell.getAlignment() == TableCell.Alignment.RIGHT ? "figure-cell" : "word-cell";
    // In this order in every process: that of Map.of is another each time.
    Map<String, String> attributes = new LinkedHashMap<>();
    if (cell.isHeader()) {
      attributes.put("scope", "col");
    } else if (cell.getPrevious() == null) {
      attributes.put("scope", "row");
    }
    attributes.put("class", style);
    element(attributes.containsKey("scope") ? "th" : "td", attributes, cell);
  }

  private static long rows(Node table) {
    long rows = 0;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      rows += count(part, TableRow.class);
    }
    return rows;
  }

  private static long count(Node of, Class<? extends Node> kind) {
    long count = 0;
    for (Node child = of.getFirstChild(); child != null; child = child.getNext()) {
      count += kind.isInstance(child) ? 1 : 0;
    }
    return count;
  }

  private void element(String name, Map<String, String> attributes, Node node) {
    html.line();
    html.tag(name, attributes);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.tag("/" + name);
    html.line();
  }

  private void figure(Image image) {
    html.raw("<div class=\"figure\">");
    if (image.getTitle() != null) {
      html.raw("<p class=\"caption\">");
      html.text(image.getTitle());
      html.raw("</p>");
    }
    html.raw(drawing.apply(image.getDestination()));
    html.raw("</div>");
  }
}
