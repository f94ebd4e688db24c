package io.clairscore.drift.study;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.PopulationAccumulator;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Applications in memory, as a data frame holds them.
 *
 * @param columns the attributes, without identifier and TARGET
 * @param rows the cells of each client: a Double, NaN if missing, or a text, null if missing
 */
record ApplicationRows(List<ColumnSpec> columns, List<Object[]> rows) {

  /** The rows of one or several CSV files, plain or gzipped. */
  static ApplicationRows read(List<Path> files) throws IOException {
    List<ColumnSpec> columns =
        Table.APPLICATION.schema().columns().stream()
            .filter(column -> column.role() == Column.Role.ATTRIBUTE)
            .map(ApplicationRows::spec)
            .toList();
    List<Object[]> rows = new ArrayList<>();
    for (Path file : files) {
      try (InputStream bytes = Files.newInputStream(file);
          InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
        List<String> header = cells(lines.readLine());
        int[] places = columns.stream().mapToInt(of -> header.indexOf(of.name())).toArray();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          List<String> cells = cells(line);
          Object[] row = new Object[places.length];
          for (int i = 0; i < row.length; i++) {
            row[i] = cell(columns.get(i), cells.get(places[i]));
          }
          rows.add(row);
        }
      }
    }
    return new ApplicationRows(columns, rows);
  }

  PopulationProfile profile() {
    return profile(IntStream.range(0, rows.size()));
  }

  /** The profile of some rows. */
  PopulationProfile profile(IntStream which) {
    PopulationAccumulator population = new PopulationAccumulator(columns, ProfileLimits.STANDARD);
    which.forEach(
        at -> {
          Object[] row = rows.get(at);
          for (int i = 0; i < row.length; i++) {
            if (row[i] instanceof Double number) {
              population.number(i, number);
            } else {
              population.category(i, (String) row[i]);
            }
          }
          population.endRow();
        });
    return population.profile();
  }

  private static Object cell(ColumnSpec column, String text) {
    if (column.type().isNumber()) {
      return text.isEmpty() ? Double.valueOf(Double.NaN) : Double.valueOf(text);
    }
    return text.isEmpty() ? null : text.intern();
  }

  private static ColumnSpec spec(Column column) {
    if (column instanceof NumberColumn number) {
      return new ColumnSpec(
          column.name(),
          number.integer() ? ColumnType.INTEGER : ColumnType.REAL,
          number.hasSentinel() ? List.of(NumberColumn.NO_DATE) : List.of());
    }
    return new ColumnSpec(column.name(), ColumnType.CATEGORY);
  }

  /** The cells of a line; a quoted one may hold commas. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
