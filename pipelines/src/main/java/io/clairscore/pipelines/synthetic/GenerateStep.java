package io.clairscore.pipelines.synthetic;

import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.files.NewFolder;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.spark.Job;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * The job that generates all eight files, in the layout of the published ones. Tasks write parts in
 * a folder that all workers see; the driver joins them into one file per table (gzip members one
 * after another are one gzip file), so that no size needs more memory than another.
 */
public final class GenerateStep {
  private final SparkSession spark;
  private final Progress progress;
  private final Population population;
  private final Format format;
  private final int clientsPerTask;

  private GenerateStep(Job job, GenerateRequest request) {
    this.spark = job.spark();
    this.progress = job.progress();
    this.population = request.population();
    this.format = request.format();
    this.clientsPerTask = request.clientsPerTask();
  }

  /**
   * Writes the files. Their folder appears complete or not at all.
   *
   * @throws Refusal if the folder holds something
   */
  public static GenerateReport run(Job job, GenerateRequest request) {
    int clients = request.population().size();
    job.progress().step("generate " + clients + " clients");
    try {
      Map<String, Long> rows = new GenerateStep(job, request).write(request.folder());
      return new GenerateReport(clients, request.folder(), rows);
    } catch (IOException e) {
      throw Refusal.notWritten(request.folder(), e);
    }
  }

  private Map<String, Long> write(Path target) throws IOException {
    Map<String, Long> rows =
        new NewFolder(target, SyntheticErrors.targetExists(target))
            .write(aside -> format == Format.PARQUET ? parquet(aside) : text(aside));
    rows.forEach(
        (file, count) -> progress.say(String.format(Locale.ROOT, "%-24s %,12d rows", file, count)));
    return rows;
  }

  private Map<String, Long> text(Path folder) throws IOException {
    Path parts = Files.createDirectories(folder.resolve("parts"));
    String shared = parts.toString();
    Format asText = format;
    List<Slice.Part> written =
        Slice.distributed(spark, population, clientsPerTask)
            .flatMap(slice -> slice.write(Path.of(shared), asText).iterator())
            .collect();
    Map<String, Long> rows = join(folder, written);
    FolderSwap.remove(parts);
    return rows;
  }

  private Map<String, Long> join(Path folder, List<Slice.Part> parts) throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    List<Slice.Part> inOrder =
        parts.stream()
            .sorted(Comparator.comparing(Slice.Part::file).thenComparing(Slice.Part::slice))
            .toList();
    long done = 0;
    for (Slice.Part part : inOrder) {
      Path file = folder.resolve(part.file() + "." + format.extension());
      append(Path.of(part.path()), file);
      Files.delete(Path.of(part.path()));
      rows.merge(part.file(), part.rows(), Long::sum);
      progress.tick(++done, inOrder.size(), "parts joined");
    }
    return rows;
  }

  private static void append(Path part, Path file) throws IOException {
    try (FileChannel in = FileChannel.open(part, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long at = 0;
      while (at < in.size()) {
        at += in.transferTo(at, in.size() - at, out);
      }
    }
  }

  private Map<String, Long> parquet(Path folder) {
    Map<String, Long> rows = new TreeMap<>();
    ParquetTables tables = new ParquetTables(spark, population, clientsPerTask);
    for (Table table : Table.values()) {
      for (String file : table.files()) {
        progress.say("Write " + file);
        rows.put(file, tables.write(table, file, folder.resolve(file + ".parquet")));
      }
    }
    return rows;
  }
}
