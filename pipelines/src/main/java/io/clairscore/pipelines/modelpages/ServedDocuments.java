package io.clairscore.pipelines.modelpages;

import io.clairscore.scorer.pages.DocumentsPage;
import io.clairscore.scorer.pages.PageWords;
import java.util.Map;

/**
 * The documents of the run as files, made anew from the same evidence as the pages.
 *
 * @param files every document by its name
 */
record ServedDocuments(Map<String, byte[]> files) {
  private static final Map<String, String> TYPES =
      Map.of(
          "md", "text/markdown; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "pdf", "application/pdf");

  DocumentsPage page(String run) {
    return new DocumentsPage(
        files.entrySet().stream()
            // Figures are parts of the others.
            .filter(file -> !file.getKey().startsWith("figures/"))
            .map(file -> document(file.getKey(), file.getValue().length, run))
            .toList());
  }

  private static DocumentsPage.Document document(String file, long bytes, String run) {
    DocumentsPage.Kind kind = kind(file);
    return new DocumentsPage.Document(
        kind,
        file.contains(".en.") ? "en" : "fr",
        file,
        TYPES.get(file.substring(file.lastIndexOf('.') + 1)),
        title(kind, run),
        bytes);
  }

  private static DocumentsPage.Kind kind(String file) {
    if (file.startsWith("comparison")) {
      return DocumentsPage.Kind.COMPARISON;
    }
    return file.startsWith("note") ? DocumentsPage.Kind.NOTE : DocumentsPage.Kind.CARD;
  }

  private static PageWords title(DocumentsPage.Kind kind, String run) {
    return switch (kind) {
      case CARD -> PageTexts.ofDocuments("card.title", "run", run);
      case NOTE -> PageTexts.ofDocuments("note.title", "run", run);
      case COMPARISON -> PageTexts.ofDocuments("page.title", "run", run);
    };
  }
}
