package io.clairscore.pipelines.paper;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;

/**
 * Finds what Markdown has no word for: a line in italics before a table is its caption, and a
 * paragraph of images alone is a row of figures.
 */
final class Grouping extends AbstractVisitor {

  /** The caption of the table whose first child it is. */
  static final class Caption extends CustomBlock {}

  /** Figures beside each other. */
  static final class Figures extends CustomBlock {}

  @Override
  public void visit(Paragraph paragraph) {
    Node first = paragraph.getFirstChild();
    if (paragraph.getNext() instanceof TableBlock table
        && first instanceof Emphasis
        && first == paragraph.getLastChild()) {
      table.prependChild(filled(new Caption(), first));
      paragraph.unlink();
    } else if (imagesAlone(paragraph)) {
      paragraph.insertBefore(filled(new Figures(), paragraph));
      paragraph.unlink();
    }
  }

  private static boolean imagesAlone(Paragraph paragraph) {
    for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
      if (!(child instanceof Image) && !(child instanceof SoftLineBreak)) {
        return false;
      }
    }
    return true;
  }

  private static Node filled(CustomBlock block, Node with) {
    Node child = with.getFirstChild();
    while (child != null) {
      Node next = child.getNext();
      block.appendChild(child);
      child = next;
    }
    return block;
  }
}
