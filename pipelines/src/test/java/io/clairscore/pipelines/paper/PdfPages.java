package io.clairscore.pipelines.paper;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as a reader has it before them. */
public final class PdfPages implements Closeable {
  private static final double MILLIMETRES = 25.4 / 72;

  private final PDDocument document;

  private PdfPages(PDDocument document) {
    this.document = document;
  }

  public static PdfPages of(byte[] bytes) throws IOException {
    return new PdfPages(Loader.loadPDF(bytes));
  }

  boolean tagged() {
    return document.getDocumentCatalog().getMarkInfo().isMarked()
        && document.getDocumentCatalog().getStructureTreeRoot() != null;
  }

  String language() {
    return document.getDocumentCatalog().getLanguage();
  }

  String title() {
    return document.getDocumentInformation().getTitle();
  }

  Set<String> sizes() {
    Set<String> sizes = new TreeSet<>();
    for (PDPage page : document.getPages()) {
      PDRectangle box = page.getMediaBox();
      sizes.add(
          Math.round(box.getWidth() * MILLIMETRES)
              + " x "
              + Math.round(box.getHeight() * MILLIMETRES)
              + " mm");
    }
    return sizes;
  }

  /** Fonts that the file names but does not hold. */
  Set<String> fontsOutside() throws IOException {
    Set<String> outside = new TreeSet<>();
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        if (!font.isEmbedded()) {
          outside.add(font.getName());
        }
      }
    }
    return outside;
  }

  List<String> bookmarks() {
    List<String> bookmarks = new ArrayList<>();
    for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
      bookmarks.add(item.getTitle());
    }
    return bookmarks;
  }

  /** What is said of figures to those who do not see them. */
  List<String> alternatives() {
    List<String> found = new ArrayList<>();
    alternatives(document.getDocumentCatalog().getStructureTreeRoot(), found);
    return found;
  }

  private static void alternatives(PDStructureNode node, List<String> found) {
    if (node instanceof PDStructureElement element && element.getAlternateDescription() != null) {
      found.add(element.getAlternateDescription());
    }
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureNode child) {
        alternatives(child, found);
      }
    }
  }

  public List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      texts.add(stripper.getText(document).strip());
    }
    return texts;
  }

  /** How many pages each section has; a section begins with a number and a full stop. */
  public Map<String, Integer> pagesOfSections() throws IOException {
    Map<String, Integer> pages = new LinkedHashMap<>();
    String section = "";
    for (String text : texts()) {
      List<String> headings =
          text.lines().filter(line -> line.matches("[1-9][0-9]?\\. \\p{Lu}.*")).toList();
      section = headings.isEmpty() ? section : headings.get(headings.size() - 1);
      for (String heading : headings.isEmpty() ? List.of(section) : headings) {
        pages.merge(heading, 1, Integer::sum);
      }
    }
    return pages;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
