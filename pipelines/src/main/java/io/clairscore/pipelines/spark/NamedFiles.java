package io.clairscore.pipelines.spark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads files and folders by their names. Spark takes a name for a pattern, in which brackets,
 * braces and stars stand for other names.
 */
public final class NamedFiles {
  private static final String AS_PATTERN = "__globPaths__";
  private static final Pattern PATTERN = Pattern.compile("[\\[\\]{}*?\\\\]");

  private NamedFiles() {}

  /**
   * Rows of files or folders.
   *
   * @param reader with the schema and the options of the format, none of which is a path
   * @param format such as {@code parquet}
   */
  public static Dataset<Row> read(DataFrameReader reader, String format, Path... paths) {
    String[] names =
        Arrays.stream(paths).map(path -> path.toAbsolutePath().toString()).toArray(String[]::new);
    if (Arrays.stream(names).noneMatch(name -> PATTERN.matcher(name).find())) {
      return reader.format(format).load(names);
    }
    // One by one: of several names that are no patterns Spark reads each as often as there are
    // some.
    DataFrameReader plain = reader.format(format).option(AS_PATTERN, false);
    return Arrays.stream(names).map(name -> plain.load(name)).reduce(Dataset::union).orElseThrow();
  }
}
