package io.clairscore.pipelines.drift.population;

import io.clairscore.features.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The files behind rows, as a hash: Delta never changes a file, and never uses its name again. */
final class FileList {
  private FileList() {}

  static String hash(List<Dataset<Row>> tables) {
    return sha256(
        tables.stream()
            .flatMap(table -> Arrays.stream(table.inputFiles()))
            .map(file -> file.substring(file.lastIndexOf('/') + 1))
            .toList());
  }

  /** SHA-256 of lines, whatever their order, in hexadecimal. */
  static String sha256(Collection<String> lines) {
    String text = lines.stream().sorted().collect(Collectors.joining("\n"));
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
