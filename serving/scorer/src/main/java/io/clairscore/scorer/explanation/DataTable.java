package io.clairscore.scorer.explanation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table of settings beside this class: tab-separated, a header, key columns, then one cell. */
record DataTable(Map<List<String>, String> cells) {

  DataTable {
    cells = Map.copyOf(cells);
  }

  static DataTable read(String resource, int keyColumns) {
    Map<List<String>, String> cells = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                DataTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> List.of(line.split("\t")))
          .forEach(row -> cells.put(row.subList(0, keyColumns), row.get(keyColumns)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DataTable(cells);
  }

  Optional<String> cell(String... key) {
    return Optional.ofNullable(cells.get(List.of(key)));
  }

  Set<List<String>> keys() {
    return cells.keySet();
  }
}
