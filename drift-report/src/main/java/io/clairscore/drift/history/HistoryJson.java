package io.clairscore.drift.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clairscore.drift.verdict.FiniteNumbers;

/**
 * Histories as JSON: {@code format}, then the components of {@link DriftHistory} and of the records
 * it holds, under their names. A number that does not exist is absent, or null in a list.
 */
public final class HistoryJson {
  /** Raised with every change of a component. */
  private static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new FiniteNumbers(0)).build();

  private HistoryJson() {}

  /** The document of a history, on one line. */
  public static String write(DriftHistory history) {
    try {
      return JSON.writeValueAsString(new Document(FORMAT, history));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A drift history cannot be written as JSON", e);
    }
  }

  /** What is written. */
  record Document(int format, DriftHistory history) {}
}
