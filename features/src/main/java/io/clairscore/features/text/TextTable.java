package io.clairscore.features.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of texts read from a resource: tab-separated, UTF-8, a header line, then one row per key.
 * A text named {@code label} stands in the two columns {@code label.fr} and {@code label.en}.
 */
public final class TextTable {
  private final String name;
  private final List<String> header;
  private final Map<List<String>, List<String>> rows = new LinkedHashMap<>();

  private TextTable(String name, List<String> header) {
    this.name = name;
    this.header = header;
  }

  /**
   * Reads the table beside a class.
   *
   * @param keyColumns number of leading columns that identify a row
   * @throws IllegalStateException if the resource is absent, or a row is incomplete or repeated
   */
  public static TextTable read(Class<?> beside, String resource, int keyColumns) {
    try (InputStream bytes = beside.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException(
            "The table of texts "
                + resource
                + " is missing from the program. Build it again with its resources.");
      }
      return read(
          resource,
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)).lines().toList(),
          keyColumns);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the table of texts " + resource, e);
    }
  }

  static TextTable read(String name, List<String> lines, int keyColumns) {
    TextTable table = new TextTable(name, cells(lines.get(0)));
    for (int line = 1; line < lines.size(); line++) {
      List<String> cells = cells(lines.get(line));
      String where = name + ", line " + (line + 1);
      if (cells.size() != table.header.size() || cells.stream().anyMatch(String::isBlank)) {
        throw new IllegalStateException(
            where + " has not one text for each of " + table.header + ": " + cells + ". Fill it.");
      }
      if (table.rows.put(cells.subList(0, keyColumns), cells) != null) {
        throw new IllegalStateException(
            where + " repeats the key " + cells.subList(0, keyColumns) + ". Keep one of them.");
      }
    }
    return table;
  }

  /** The keys of all rows, in file order. */
  public Set<List<String>> keys() {
    return new LinkedHashSet<>(rows.keySet());
  }

  public boolean has(String... key) {
    return rows.containsKey(List.of(key));
  }

  /**
   * A text of a row, in both languages.
   *
   * @throws IllegalStateException if the table has no such row
   */
  public Text text(String column, String... key) {
    return new Text(cell(column + ".fr", key), cell(column + ".en", key));
  }

  /**
   * A cell of a row.
   *
   * @throws IllegalStateException if the table has no such row
   */
  public String cell(String column, String... key) {
    List<String> row = rows.get(List.of(key));
    if (row == null) {
      throw new IllegalStateException(
          "No text for " + Arrays.toString(key) + " in " + name + ". Add a row for it.");
    }
    return row.get(header.indexOf(column));
  }

  /**
   * Demands a row for each expected key and refuses every other row, so that a text cannot outlive
   * what it describes.
   *
   * @throws IllegalStateException if the keys of the table are not exactly the expected ones
   */
  public void demandExactly(Set<List<String>> expected) {
    Set<List<String>> missing = new LinkedHashSet<>(expected);
    missing.removeAll(rows.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Texts are missing in " + name + " for " + missing + ". Add a row for each.");
    }
    Set<List<String>> orphans = keys();
    orphans.removeAll(expected);
    if (!orphans.isEmpty()) {
      throw new IllegalStateException(
          "Texts in " + name + " name nothing known: " + orphans + ". Correct or remove them.");
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }
}
