package io.clairscore.pipelines.drift.population;

import io.clairscore.pipelines.spark.NamedFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * CSV files of one table, plain or gzipped.
 *
 * @param files with one and the same header line
 * @param header names of the columns, in their order
 */
record CsvFiles(List<Path> files, List<String> header) {

  /** The file, or the files of a folder. */
  static CsvFiles of(Path place) {
    List<Path> files = Files.isDirectory(place) ? list(place) : List.of(place);
    files = files.stream().filter(CsvFiles::isCsv).filter(Files::isRegularFile).toList();
    if (files.isEmpty()) {
      throw PopulationErrors.noFolder(place);
    }
    List<String> headers = files.stream().map(CsvFiles::firstLine).distinct().toList();
    if (headers.size() > 1) {
      throw PopulationErrors.severalHeaders(place);
    }
    List<String> names = new ArrayList<>();
    for (String name : headers.get(0).replace("\uFEFF", "").split(",", -1)) {
      names.add(name.strip().replaceAll("^\"|\"$", ""));
    }
    if (names.stream().distinct().count() < names.size() || names.contains("")) {
      throw PopulationErrors.badHeader(place);
    }
    return new CsvFiles(files, names);
  }

  /** All cells as texts: what should be a number is told from what is not while it is scanned. */
  Dataset<Row> rows(SparkSession spark) {
    StructType schema = new StructType();
    for (String name : header) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return NamedFiles.read(
        spark
            .read()
            .schema(schema)
            .option("header", true)
            .option("escape", "\"")
            // A short row is an error, which Spark only sees if it parses the columns nobody reads.
            .option("mode", "FAILFAST")
            .option("columnPruning", false),
        "csv",
        files.toArray(Path[]::new));
  }

  /** Hash of the names and sizes of the files. */
  String hash() {
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      try {
        lines.add(file.getFileName() + " " + Files.size(file));
      } catch (IOException e) {
        throw PopulationErrors.unreadable(file, e);
      }
    }
    return FileList.sha256(lines);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw PopulationErrors.unreadable(folder, e);
    }
  }

  private static boolean isCsv(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") || name.endsWith(".csv.gz");
  }

  private static String firstLine(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw PopulationErrors.unreadable(file, e);
    }
  }
}
