package io.clairscore.scorer.pages;

import java.util.List;

/** Documents about the model, as files beside the pages. */
public record DocumentsPage(List<Document> documents) implements PageContent {
  public DocumentsPage {
    documents = List.copyOf(documents);
  }

  /** What a document is. */
  public enum Kind {
    /** Model card. */
    CARD,
    /** Methodology note. */
    NOTE,
    /** Page on which models are compared and the threshold is moved. */
    COMPARISON
  }

  /**
   * A file.
   *
   * @param language two letters
   * @param file its name in the folder, with slashes
   * @param type media type
   */
  public record Document(
      Kind kind, String language, String file, String type, PageWords title, long bytes) {}
}
