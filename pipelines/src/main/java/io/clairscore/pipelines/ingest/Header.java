package io.clairscore.pipelines.ingest;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.RawSchemas;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The first line of a file, against the columns its table must have. */
final class Header {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Header() {}

  /**
   * Position in its table of each column of a file.
   *
   * @throws Refusal if the columns are not exactly those of the table
   */
  static int[] order(Table table, String name, Path file) {
    List<String> names = names(file);
    Map<String, Column> expected = new HashMap<>();
    RawSchemas.columns(table, name).forEach(column -> expected.put(column.name(), column));
    List<String> unknown = names.stream().filter(n -> !expected.containsKey(n)).toList();
    List<String> twice =
        names.stream().filter(n -> names.indexOf(n) != names.lastIndexOf(n)).distinct().toList();
    List<String> missing =
        RawSchemas.columns(table, name).stream()
            .map(Column::name)
            .filter(n -> !names.contains(n))
            .toList();
    if (!missing.isEmpty() || !unknown.isEmpty() || !twice.isEmpty()) {
      throw IngestErrors.wrongColumns(file, missing, unknown, twice);
    }
    return names.stream().mapToInt(n -> expected.get(n).position()).toArray();
  }

  private static List<String> names(Path file) {
    try (InputStream stream = open(file);
        LineReader line = new LineReader(stream)) {
      if (!line.next()) {
        throw IngestErrors.noHeader(file);
      }
      Fields fields = new Fields();
      int start = line.start() + (marked(line) ? BYTE_ORDER_MARK.length : 0);
      String unreadable =
          line.cut() ? "the first line has no end" : fields.split(line.bytes(), start, line.end());
      if (unreadable != null) {
        throw IngestErrors.badHeader(file, unreadable);
      }
      List<String> names = new ArrayList<>();
      for (int i = 0; i < fields.count(); i++) {
        names.add(fields.text(i));
      }
      return names;
    } catch (EOFException | ZipException e) {
      throw IngestErrors.damaged(file.toString(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw IngestErrors.unreadable(file, e.toString());
    }
  }

  private static InputStream open(Path file) throws IOException {
    FileInputStream in = new FileInputStream(file.toFile());
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static boolean marked(LineReader line) {
    if (line.end() - line.start() < BYTE_ORDER_MARK.length) {
      return false;
    }
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (line.bytes()[line.start() + i] != BYTE_ORDER_MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
