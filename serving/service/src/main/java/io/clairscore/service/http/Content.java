package io.clairscore.service.http;

/**
 * An answer that is no JSON, or JSON that is written already.
 *
 * @param type media type
 * @param bytes as they are sent
 */
@SuppressWarnings("ArrayRecordComponent")
public record Content(String type, byte[] bytes) {
  public static final String JSON = "application/json";
}
