package io.clairscore.scorer.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.dossier.JsonFault;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.util.List;

/**
 * What a version knows of one client: a JSON document {@code {"client": 100001, "dossier": {...},
 * "scores": [{...}]}}, the dossier by the names of the source tables.
 *
 * @param client SK_ID_CURR
 * @param dossier application and histories
 * @param scores the batch's scores, newest first; none if the client was not scored
 */
public record ClientRecord(int client, Dossier dossier, List<ClientScore> scores) {
  public static final String CLIENT = "client";
  public static final String DOSSIER = "dossier";
  public static final String SCORES = "scores";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  public ClientRecord {
    scores = List.copyOf(scores);
  }

  /** The document of a client up to its scores. */
  static String beginning(int client, ObjectNode dossier) {
    return "{\"%s\":%d,\"%s\":%s,\"%s\":".formatted(CLIENT, client, DOSSIER, dossier, SCORES);
  }

  /**
   * Reads a document.
   *
   * @throws IOException if it is none of a client
   */
  static ClientRecord read(String document) throws IOException {
    try {
      JsonNode tree = JSON.readTree(document);
      return new ClientRecord(
          tree.path(CLIENT).asInt(),
          DossierJson.read(tree.path(DOSSIER)),
          JSON.convertValue(tree.path(SCORES), new TypeReference<>() {}));
    } catch (JsonProcessingException e) {
      throw none(JsonFault.of(e), e);
    } catch (Refusal e) {
      throw none(e.getMessage(), e);
    } catch (IllegalArgumentException | NullPointerException e) {
      // Their words quote the document, which is about a person.
      throw none("Its dossier or scores are not of the published format.", e);
    }
  }

  private static IOException none(String reason, Exception origin) {
    return new IOException("a document is none of a client: " + reason, origin);
  }
}
