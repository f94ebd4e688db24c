package io.clairscore.features.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;

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
      throw DossierJsonErrors.malformed(malformed);
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

  /** Writes a document to be made part of another; missing cells and empty tables are left out. */
  public static ObjectNode writeTree(Dossier dossier) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    row(dossier.application(), 0, document.putObject(Table.APPLICATION.schema().name()));
    for (Table table : Table.histories()) {
      Rows rows = dossier.rows(table);
      if (!rows.isEmpty()) {
        ArrayNode list = document.putArray(table.schema().name());
        for (int row = 0; row < rows.size(); row++) {
          row(rows, row, list.addObject());
        }
      }
    }
    return document;
  }

  private static void row(Rows rows, int row, ObjectNode target) {
    for (Column column : rows.schema().columns()) {
      if (column instanceof NumberColumn number) {
        number(rows.number(number, row), number.name(), target);
      } else {
        CategoryColumn category = (CategoryColumn) column;
        category(category, rows.code(category, row), target);
      }
    }
  }

  private static void number(double value, String name, ObjectNode target) {
    if (Double.isNaN(value)) {
      return;
    }
    long whole = (long) value;
    // Compares bits, so that -0.0 is not written as 0.
    if (Double.compare(whole, value) == 0) {
      target.put(name, whole);
    } else {
      target.put(name, value);
    }
  }

  private static void category(CategoryColumn column, int code, ObjectNode target) {
    if (code == CategoryColumn.UNSEEN) {
      target.put(column.name(), UNSEEN);
    } else if (code != CategoryColumn.MISSING) {
      target.put(column.name(), column.values().get(code));
    }
  }
}
