package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Clients that one task generates and writes.
 *
 * @param population who there is
 * @param index place of the slice among the others
 * @param from first client
 * @param to client after the last
 */
record Slice(Population population, int index, int from, int to) implements Serializable {

  /**
   * A piece of a file.
   *
   * @param file name of the file, without extension
   * @param slice slice it holds
   * @param path where it stands
   * @param rows its rows, the header not counted
   */
  record Part(String file, int slice, String path, long rows) implements Serializable {}

  /** All clients of a population, in slices of at most so many clients. */
  static List<Slice> of(Population population, int clients) {
    List<Slice> slices = new ArrayList<>();
    for (int from = 0; from < population.size(); from += clients) {
      int to = (int) Math.min((long) from + clients, population.size());
      slices.add(new Slice(population, slices.size(), from, to));
    }
    return slices;
  }

  /** All clients of a population, a task for each slice of at most so many clients. */
  static JavaRDD<Slice> distributed(SparkSession spark, Population population, int clients) {
    List<Slice> slices = of(population, clients);
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(slices, slices.size());
  }

  /**
   * Writes the clients of the slice, one part per file. A task that is tried again writes under
   * other names, and whoever joins the parts takes those that were returned.
   */
  List<Part> write(Path folder, Format format) throws IOException {
    Map<String, PartFile> files = new LinkedHashMap<>();
    String attempt = UUID.randomUUID().toString();
    try {
      for (Table table : Table.values()) {
        for (String file : table.files()) {
          Path path = folder.resolve(file + "." + index + "." + attempt);
          files.put(file, PartFile.open(table, file, path, format, index == 0));
        }
      }
      Clients clients = new Clients(population);
      for (int client = from; client < to; client++) {
        for (Map.Entry<Table, TableRows> rows : clients.rows(client).entrySet()) {
          files.get(file(rows.getKey(), client)).write(rows.getValue());
        }
      }
    } finally {
      for (PartFile file : files.values()) {
        file.out.close();
      }
    }
    List<Part> parts = new ArrayList<>();
    files.forEach(
        (name, file) -> parts.add(new Part(name, index, file.path.toString(), file.rows)));
    return parts;
  }

  private String file(Table table, int client) {
    boolean fresh = table == Table.APPLICATION && !population.isLabelled(client);
    return table.files().get(fresh ? 1 : 0);
  }

  /** One part while it is being written. */
  private static final class PartFile {
    private final CsvText text;
    private final Path path;
    private final OutputStream out;
    private long rows;

    private PartFile(CsvText text, Path path, OutputStream out) {
      this.text = text;
      this.path = path;
      this.out = out;
    }

    static PartFile open(Table table, String file, Path path, Format format, boolean first)
        throws IOException {
      PartFile part =
          new PartFile(new CsvText(table, file), path, format.over(Files.newOutputStream(path)));
      if (first) {
        part.out.write(part.text.header());
      }
      return part;
    }

    void write(TableRows added) throws IOException {
      for (int i = 0; i < added.size(); i++) {
        out.write(text.line(added.row(i)));
      }
      rows += added.size();
    }
  }
}
