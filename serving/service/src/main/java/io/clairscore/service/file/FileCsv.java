package io.clairscore.service.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.service.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * A whole file as CSV (RFC 4180, UTF-8): a line per value, {@code part,row,name,value}. A part is a
 * table, {@code scores} or {@code events}; a row its place there, from 1, or the number of an
 * event.
 */
public final class FileCsv {
  private static final String HEADER = "part,row,name,value\r\n";

  /** Spreadsheets take a text that begins so for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder lines = new StringBuilder(HEADER);

  private FileCsv() {}

  /** The file in UTF-8. */
  public static byte[] write(WholeFile file) {
    FileCsv csv = new FileCsv();
    file.dossier().fields().forEachRemaining(table -> csv.table(table.getKey(), table.getValue()));
    csv.table("scores", file.scores());
    for (HistoryEntry entry : file.events()) {
      JsonNode event = Json.MAPPER.valueToTree(entry);
      csv.value("events", entry.event(), "", event);
    }
    return csv.lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void table(String name, JsonNode rows) {
    if (!rows.isArray()) {
      value(name, 1, "", rows);
      return;
    }
    for (int row = 0; row < rows.size(); row++) {
      value(name, row + 1, "", rows.get(row));
    }
  }

  /** Lines of a value; one within another is named by its path. */
  private void value(String part, long row, String path, JsonNode value) {
    if (value.isObject()) {
      for (Iterator<Map.Entry<String, JsonNode>> at = value.fields(); at.hasNext(); ) {
        Map.Entry<String, JsonNode> member = at.next();
        value(part, row, joined(path, member.getKey()), member.getValue());
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        value(part, row, joined(path, Integer.toString(i + 1)), value.get(i));
      }
    } else {
      lines.append(cell(part)).append(',').append(row).append(',').append(cell(path)).append(',');
      lines.append(value.isTextual() ? cell(value.asText()) : value.asText()).append("\r\n");
    }
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
