package io.clairscore.features.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clairscore.features.refusal.Refusal;

/**
 * A dossier as a JSON document:
 *
 * <pre>{@code
 * {"application": {"SK_ID_CURR": 100002, "CODE_GENDER": "M", ...},
 *  "bureau": [{"SK_ID_BUREAU": 5714462, "CREDIT_ACTIVE": "Closed", ...}, ...],
 *  ...}
 * }</pre>
 *
 * <p>Tables and columns have the names of the published files. A missing cell is null or absent, as
 * is an empty table. Numbers are JSON numbers, categories text. A category that is not in its
 * frozen list is read as unseen and counted ({@link Dossier#unseenCount()}); since its text is not
 * kept, it is written as {@link #UNSEEN}. Reading what was written yields an equal dossier.
 */
public final class DossierJson {
  /** What is written for an unseen category; no category has this name. */
  public static final String UNSEEN = "(unseen)";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private DossierJson() {}

  /**
   * Reads a document.
   *
   * @throws Refusal if it is not a dossier
   */
  public static Dossier read(String document) {
    try {
      return read(MAPPER.readTree(document));
    } catch (JsonProcessingException malformed) {
      throw DossierErrors.malformed(malformed);
    }
  }

  /**
   * Reads a document that is part of another.
   *
   * @throws Refusal if it is not a dossier
   */
  public static Dossier read(JsonNode document) {
    return DossierReader.read(document);
  }

  /** Writes a document. */
  public static String write(Dossier dossier) {
    return writeTree(dossier).toString();
  }

  /** Writes a document to be made part of another. */
  public static JsonNode writeTree(Dossier dossier) {
    return DossierWriter.write(dossier);
  }
}
