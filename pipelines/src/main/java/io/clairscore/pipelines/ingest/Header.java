package io.clairscore.pipelines.ingest;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.csv.CsvErrors;
import io.clairscore.pipelines.csv.CsvHeader;
import io.clairscore.pipelines.spark.RawSchemas;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first line of a file, against the columns its table must have. */
final class Header {

  private Header() {}

  /**
   * Position in its table of each column of a file.
   *
   * @throws Refusal if the columns are not exactly those of the table
   */
  static int[] order(Table table, String name, Path file) {
    CsvHeader header = CsvHeader.of(file);
    List<String> names = header.names();
    Map<String, Column> expected = new LinkedHashMap<>();
    RawSchemas.columns(table, name).forEach(column -> expected.put(column.name(), column));
    if (header.namesNone(expected.keySet())) {
      throw CsvErrors.noNames(file, names.size());
    }
    String unknown = header.unknown(expected.keySet());
    List<String> twice =
        expected.keySet().stream().filter(n -> names.indexOf(n) != names.lastIndexOf(n)).toList();
    List<String> missing = expected.keySet().stream().filter(n -> !names.contains(n)).toList();
    if (!missing.isEmpty() || !unknown.isEmpty() || !twice.isEmpty()) {
      throw IngestErrors.wrongColumns(file, missing, unknown, twice);
    }
    return names.stream().mapToInt(n -> expected.get(n).position()).toArray();
  }
}
