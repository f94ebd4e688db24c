package io.clairscore.pipelines.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.files.CrashPoint;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.pipelines.spark.Job;
import io.delta.tables.DeltaTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Publishes a version for the service: bundle, client store, profiles and manifest, written to a
 * hidden folder beside {@code published/<version>/} and renamed when complete. The same version
 * again replaces the earlier one whole.
 */
public final class ExportStep {
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Job job;
  private final String version;
  private final Map<String, Long> tableVersions = new TreeMap<>();

  private ExportStep(Job job, String version) {
    this.job = job;
    this.version = version;
  }

  /**
   * Runs the step.
   *
   * @param modelFolder bundle to publish
   * @param version name of the version
   * @throws Refusal with MODEL if the bundle does not fit the features, with DATA if there are no
   *     dossiers or features
   */
  public static ExportReport run(Job job, Path modelFolder, String version) {
    if (!VERSION.matcher(version).matches()) {
      throw ExportErrors.version(version);
    }
    try {
      return new ExportStep(job, version).run(modelFolder);
    } catch (IOException e) {
      throw Refusal.notWritten(job.workspace().published(), e);
    }
  }

  private ExportReport run(Path modelFolder) throws IOException {
    FeatureTable features = FeatureTable.latest(job.spark(), job.workspace().features());
    ModelFolder.proved(modelFolder, features);
    Path folder = job.workspace().published().resolve(version);
    Path aside = folder.resolveSibling("." + version + ".writing");
    FolderSwap.remove(aside);
    Files.createDirectories(aside);
    CrashPoint.reach("export.begun");
    String bundle = copyBundle(modelFolder, aside.resolve("bundle"), features);
    CrashPoint.reach("export.bundle-copied");
    long clients = writeClients(aside.resolve("clients"));
    CrashPoint.reach("export.clients-written");
    tableVersions.put("features", features.version());
    DurableFiles.replace(
        aside.resolve("profiles.json"), JSON.writeValueAsBytes(FeatureProfiles.of(features)));
    CrashPoint.reach("export.profiles-written");
    long bytes = writeManifest(aside, bundle, clients);
    CrashPoint.reach("export.manifest-written");
    FolderSwap.replace(aside, folder);
    CrashPoint.reach("export.renamed");
    ExportReport report =
        new ExportReport(folder.toString(), version, bundle, tableVersions, clients, bytes);
    report.lines().forEach(job.progress()::say);
    return report;
  }

  /** Copies the bundle, proves the copy, and yields the run that trained it. */
  private static String copyBundle(Path from, Path to, FeatureTable features) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(from)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      DurableFiles.replace(to.resolve(file.getFileName()), Files.readAllBytes(file));
    }
    return ModelFolder.proved(to, features).load().manifest().training().runId();
  }

  private long writeClients(Path folder) throws IOException {
    Files.createDirectories(folder);
    Dataset<Row> dossiers =
        read("dossiers", job.workspace().dossiers())
            .orElseThrow(() -> ExportErrors.noTable("dossiers", job.workspace().dossiers()));
    Dataset<Row> documents = ClientDocuments.of(dossiers, read("scores", job.workspace().scores()));
    int shards = job.spark().sessionState().conf().numShufflePartitions();
    List<byte[]> index =
        documents
            .repartitionByRange(shards, documents.col("SK_ID_CURR"))
            .sortWithinPartitions("SK_ID_CURR")
            .mapPartitions(new ShardFunction(folder.toString()), Encoders.BINARY())
            .collectAsList();
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (byte[] part : index) {
      records.write(part);
    }
    DurableFiles.replace(folder.resolve(ClientStore.INDEX), records.toByteArray());
    return records.size() / ClientStore.RECORD;
  }

  /** A table at its newest version, which the manifest then names. */
  private Optional<Dataset<Row>> read(String name, Path path) {
    if (!Files.isDirectory(path.resolve("_delta_log"))) {
      return Optional.empty();
    }
    long newest =
        DeltaTable.forPath(job.spark(), path.toString())
            .history(1)
            .select("version")
            .first()
            .getLong(0);
    tableVersions.put(name, newest);
    return Optional.of(
        job.spark().read().format("delta").option("versionAsOf", newest).load(path.toString()));
  }

  private long writeManifest(Path folder, String bundle, long clients) throws IOException {
    List<PublishedFiles.Entry> files = PublishedFiles.under(folder);
    ObjectNode manifest =
        JSON.createObjectNode()
            .put("version", version)
            .put("created", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("run", job.runId())
            .put("bundle", bundle)
            .put("clients", clients);
    manifest.set("tableVersions", JSON.valueToTree(tableVersions));
    manifest.set("files", JSON.valueToTree(files));
    DurableFiles.replace(folder.resolve("manifest.json"), JSON.writeValueAsBytes(manifest));
    return files.stream().mapToLong(PublishedFiles.Entry::bytes).sum();
  }
}
