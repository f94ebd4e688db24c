package io.clairscore.service.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.clairscore.features.dossier.JsonFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** JSON as the service reads and writes it: what is not exactly as declared is refused. */
public final class Json {
  /** Far deeper than any document of the API, far less deep than what exhausts a stack. */
  private static final int DEEPEST = 32;

  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_TEXT = 100_000;

  /** For answers and documents; it holds no state of requests. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              // That feature leaves out what is no text where a text should be.
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private Json() {}

  /**
   * Reads the body of a request.
   *
   * @throws Problem if it is none of this type; it quotes nothing of the body
   */
  public static <T> T read(byte[] body, Class<T> type) {
    try {
      T value = MAPPER.readValue(body, type);
      if (value == null || value instanceof JsonNode node && !node.isObject()) {
        throw Problem.of(ProblemKind.INVALID_BODY).with("at", "");
      }
      return value;
    } catch (MismatchedInputException e) {
      throw Problem.of(ProblemKind.INVALID_BODY).with("at", path(e));
    } catch (JsonMappingException e) {
      throw e.getCause() instanceof Problem problem
          ? problem
          : Problem.of(ProblemKind.INVALID_BODY).with("at", path(e));
    } catch (JsonProcessingException e) {
      throw Problem.of(ProblemKind.MALFORMED_JSON, "fault", JsonFault.of(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where in the document, by names of ours alone: an unknown name is not repeated. */
  private static String path(JsonMappingException fault) {
    String path =
        fault.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .filter(step -> step.matches("[A-Za-z0-9_]{1,60}"))
            .collect(Collectors.joining("/"));
    return path.isEmpty() ? "" : "/" + path;
  }

  /** A value as JSON. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
