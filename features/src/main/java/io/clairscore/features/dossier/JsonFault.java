package io.clairscore.features.dossier;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/**
 * What is wrong with a JSON document, and where, in words of ours: those of the parser quote the
 * document, and the document may be about a person.
 */
public final class JsonFault {
  private JsonFault() {}

  /** A sentence without a value or name of the document. */
  public static String of(JsonProcessingException fault) {
    String kind =
        fault instanceof JsonEOFException
            ? "It ends before it is complete"
            : "What stands there is not JSON, or a name that occurs twice";
    return kind + where(fault.getLocation()) + ".";
  }

  private static String where(JsonLocation location) {
    return location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
