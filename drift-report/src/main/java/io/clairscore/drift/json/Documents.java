package io.clairscore.drift.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clairscore.features.refusal.Refusal;
import java.util.function.Function;

/**
 * Documents of one kind, which begin with their {@code format}.
 *
 * @param <D> a record, {@code format} among its components
 */
public final class Documents<D> {
  private static final String FORMAT = "format";

  private final Class<D> type;
  private final int format;
  private final String name;
  private final String remedy;
  private final ObjectMapper json;

  /**
   * Documents of a format.
   *
   * @param name what a person calls one of them
   * @param remedy what to do about one that cannot be read
   */
  public Documents(Class<D> type, int format, String name, String remedy, ObjectMapper json) {
    this.type = type;
    this.format = format;
    this.name = name;
    this.remedy = remedy;
    this.json = json;
  }

  /**
   * How records become JSON: parts flat, numbers that do not exist left out.
   *
   * @param digits significant digits of numbers, 0 for all of them
   */
  public static JsonMapper.Builder mapper(int digits) {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .addModule(new FiniteNumbers(digits))
        .addModule(new FlatRecords());
  }

  public String write(D document) {
    return write(document, json);
  }

  /** The same document, written by another mapper. */
  public static String write(Object document, ObjectMapper json) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("This cannot be written as JSON: " + document.getClass(), e);
    }
  }

  /**
   * What the document of a text means.
   *
   * @param meaning of a document; it may refuse one by IllegalArgumentException
   * @throws Refusal with DATA if the text is none of this format
   */
  public <T> T read(String text, Function<D, T> meaning) {
    try {
      JsonNode tree = json.readTree(text);
      if (tree.path(FORMAT).asInt(format) != format) {
        throw unreadable("It has format " + tree.get(FORMAT) + ", not " + format + ".");
      }
      if (!tree.isObject()) {
        throw unreadable("It is not the JSON of one.");
      }
      return meaning.apply(json.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      throw unreadable("It is not the JSON of one: " + e.getOriginalMessage()).from(e);
    } catch (IllegalArgumentException e) {
      throw unreadable("It does not hold: " + e.getMessage()).from(e);
    }
  }

  private Refusal unreadable(String reason) {
    return Refusal.data("The " + name + " cannot be read.", reason, remedy);
  }
}
