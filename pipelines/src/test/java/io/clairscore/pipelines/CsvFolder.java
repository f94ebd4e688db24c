package io.clairscore.pipelines;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * A folder of small CSV files in Kaggle's layout, written by hand in a test: a row names the cells
 * that matter, the others get a plain legal value.
 */
public final class CsvFolder {
  private final Path folder;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  public CsvFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  /** Adds a row to a file: {@code row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 10)}. */
  public CsvFolder row(String file, Object... cells) {
    return line(file, text(file, cells));
  }

  /** Adds a line as it is. */
  public CsvFolder line(String file, String line) {
    of(file).add(line);
    return this;
  }

  /** A file with its header and no row yet. */
  public CsvFolder header(String file) {
    of(file);
    return this;
  }

  /** The text of a row. */
  public static String text(String file, Object... cells) {
    Map<String, String> values = new LinkedHashMap<>();
    columns(file).forEach(column -> values.put(column.name(), plain(column)));
    for (int i = 0; i < cells.length; i += 2) {
      if (values.put((String) cells[i], cells[i + 1] == null ? "" : cells[i + 1].toString())
          == null) {
        throw new IllegalArgumentException("No column " + cells[i] + " in " + file);
      }
    }
    return String.join(",", values.values());
  }

  public static String headerOf(String file) {
    return columns(file).stream().map(Column::name).collect(Collectors.joining(","));
  }

  /** Lines of a file, the header first. */
  public List<String> lines(String file) {
    return of(file);
  }

  /** Writes every file as plain CSV. */
  public CsvFolder write() {
    lines.forEach((file, content) -> write(folder.resolve(file + ".csv"), content));
    return this;
  }

  /** Writes every file compressed. */
  public CsvFolder writeCompressed() throws IOException {
    for (var file : lines.entrySet()) {
      Path path = folder.resolve(file.getKey() + ".csv.gz");
      Files.createDirectories(folder);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
        out.write(bytes(file.getValue()));
      }
    }
    return this;
  }

  private List<String> of(String file) {
    return lines.computeIfAbsent(file, f -> new ArrayList<>(List.of(headerOf(f))));
  }

  private static void write(Path file, List<String> content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes(content));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] bytes(List<String> content) {
    return (String.join("\n", content) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Column> columns(String file) {
    Table table = table(file);
    return table.schema().columns().stream()
        .filter(column -> column != Application.TARGET || file.equals("application_train"))
        .toList();
  }

  private static Table table(String file) {
    for (Table table : Table.values()) {
      if (table.files().contains(file)) {
        return table;
      }
    }
    throw new IllegalArgumentException("No file " + file);
  }

  private static String plain(Column column) {
    if (column instanceof CategoryColumn category) {
      String value = category.values().get(0);
      return value.contains(",") ? '"' + value + '"' : value;
    }
    NumberColumn number = (NumberColumn) column;
    double value = number.accepts(1) ? 1 : number.accepts(0) ? 0 : number.max();
    return number.integer() ? Integer.toString((int) value) : Double.toString(value);
  }
}
