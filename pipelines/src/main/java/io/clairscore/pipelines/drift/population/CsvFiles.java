package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.csv.CsvErrors;
import io.clairscore.pipelines.csv.CsvHeader;
import io.clairscore.pipelines.ingest.FileCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * CSV files of one table, plain or gzipped, read as {@code ingest} reads them.
 *
 * @param files with one and the same header line
 * @param header of the first of them
 */
record CsvFiles(List<Path> files, CsvHeader header) {

  /**
   * The file, or all files of a folder.
   *
   * @throws Refusal with DATA if the header of one cannot be read, or is another one
   */
  static CsvFiles of(Path place) {
    List<Path> files = Files.isDirectory(place) ? list(place) : List.of(place);
    files = files.stream().filter(CsvFiles::isCsv).filter(Files::isRegularFile).toList();
    if (files.isEmpty()) {
      throw PopulationErrors.noFolder(place);
    }
    List<CsvHeader> headers = files.stream().map(CsvHeader::of).toList();
    List<String> names = headers.get(0).names();
    if (!headers.stream().allMatch(header -> header.names().equals(names))) {
      throw PopulationErrors.severalHeaders(place);
    }
    if (names.stream().distinct().count() < names.size()) {
      throw PopulationErrors.badHeader(place);
    }
    return new CsvFiles(files, headers.get(0));
  }

  /**
   * Reads every file to its end.
   *
   * @return what ingest would keep of each
   * @throws Refusal with DATA if one is damaged, or if a line is no row
   */
  List<FileCounts> counted(String population) {
    return BrokenRows.counted(
        population, FilePart.of(files), header.names(), Kinds.table(header.names()));
  }

  /** All cells as texts: what should be a number is told from what is not while it is scanned. */
  Dataset<Row> rows(SparkSession spark) {
    StructType schema = new StructType();
    for (String name : header.names()) {
      schema = schema.add(name, DataTypes.StringType);
    }
    List<FilePart> parts = FilePart.of(files);
    return spark.internalCreateDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(parts, parts.size())
            .flatMap(new TextRows(header.names().size()))
            .rdd(),
        schema,
        false);
  }

  /** Hash of the names and sizes of the files. */
  String hash() {
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      lines.add(file.getFileName() + " " + FilePart.size(file));
    }
    return FileList.sha256(lines);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw CsvErrors.unreadable(folder, e);
    }
  }

  private static boolean isCsv(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".csv.gz");
  }
}
