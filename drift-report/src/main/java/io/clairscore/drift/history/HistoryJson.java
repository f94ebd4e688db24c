package io.clairscore.drift.history;

import io.clairscore.drift.json.Documents;
import io.clairscore.features.refusal.Refusal;

/**
 * Histories as JSON: {@code format}, then the components of {@link DriftHistory} and of the records
 * it holds, under their names. A number that does not exist is absent, or null in a list.
 */
public final class HistoryJson {
  /** Raised with every change of a component. */
  private static final int FORMAT = 2;

  private static final Documents<Document> JSON =
      new Documents<>(
          Document.class,
          FORMAT,
          "history of drift reports",
          "Write it again with drift-history of this version of Clairscore.",
          Documents.mapper(0).build());

  private HistoryJson() {}

  /** The document of a history, on one line. */
  public static String write(DriftHistory history) {
    return JSON.write(new Document(FORMAT, history));
  }

  /**
   * The history of a document.
   *
   * @throws Refusal with DATA if the document is no history of this format
   */
  public static DriftHistory read(String json) {
    return JSON.read(json, Document::history);
  }

  /** What is written. */
  record Document(int format, DriftHistory history) {
    Document {
      if (history == null) {
        throw new IllegalArgumentException("the history is missing");
      }
    }
  }
}
