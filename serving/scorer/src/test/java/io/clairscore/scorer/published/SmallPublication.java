package io.clairscore.scorer.published;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.SmallModel;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.explanation.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A complete published version of {@value #CLIENTS} invented clients and a small model, made
 * without Spark in about a second: what tests of the service read. The same seed makes the same
 * version but for its date.
 *
 * <pre>{@code
 * SmallPublication.of(1, "run-1").publish(folder.resolve("published"), "v1", sql -> duckdb.execute(sql));
 * new Published(folder.resolve("published")).use("v1");
 * }</pre>
 */
public final class SmallPublication {
  public static final int CLIENTS = 200;

  private static final Catalogue CATALOGUE = Catalogue.core();

  private final long seed;
  private final String run;
  private final List<Dossier> dossiers;

  private SmallPublication(long seed, String run) {
    this.seed = seed;
    this.run = run;
    this.dossiers = SmallClients.of(1, CLIENTS);
  }

  /**
   * A publication of the same clients, whatever the seed.
   *
   * @param seed of the model
   * @param run that is said to have trained the model
   */
  public static SmallPublication of(long seed, String run) {
    return new SmallPublication(seed, run);
  }

  /** Runs a statement of DuckDB, which writes the population's table as Parquet. */
  @FunctionalInterface
  public interface DuckDb {
    void execute(String sql) throws Exception;
  }

  /** The clients, {@link SmallClients#FIRST} first. */
  public List<Dossier> dossiers() {
    return dossiers;
  }

  /** Publishes a version; it is not live yet. */
  public VersionManifest publish(Path published, String version, DuckDb duckDb) throws IOException {
    Path trained = Files.createDirectories(published).resolveSibling("model-" + run + "-" + seed);
    FeatureEngine engine = new FeatureEngine(CATALOGUE);
    Bundle bundle =
        Files.isDirectory(trained)
            ? Bundle.load(trained, CATALOGUE.hash())
            : new SmallModel(dossiers.stream().map(engine::compute).toList(), seed)
                .write(trained, run);
    VersionWriter writer = new Published(published).begin(version);
    writer.bundle(trained);
    write(writer, new ClientPublisher(bundle, CATALOGUE, ReasonLimits.DEFAULT), duckDb);
    writer.profiles(SlowProfiles.of(CATALOGUE, dossiers.stream().map(engine::compute).toList()));
    writer.presentation(new PublishedPresentation(Words.EUROS, ReasonLimits.DEFAULT));
    writer.model("metrics", JsonNodeFactory.instance.objectNode().put("auc", 0.5));
    return writer.complete("small", run, Map.of("dossiers", 0L, "features", 0L));
  }

  private void write(VersionWriter writer, ClientPublisher publisher, DuckDb duckDb)
      throws IOException {
    List<PublishedClient> clients = dossiers.stream().map(publisher::publish).toList();
    try (ShardWriter shard = new ShardWriter(writer.clients(), 0)) {
      for (PublishedClient client : clients) {
        shard.add(client, client.client() % 2 == 0 ? scores(client) : "[]");
      }
      writer.index(List.of(shard.index()));
    }
    writer.numbers(List.of(numbers(clients, true)), List.of(numbers(clients, false)));
    writer.population(file -> population(clients, file, duckDb));
  }

  /** Clients without a known outcome have been scored once. */
  private String scores(PublishedClient client) {
    PopulationRow row = PopulationRow.of(client.row());
    return """
        [{"scoring_date":"2026-11-01","probability":%s,"margin":%s,"points":%d,"level":"%s",\
        "decision":"%s","to_review":%s,"reasons":[],"bundle":"%s","features_version":0}]"""
        .formatted(
            row.score().probability(),
            row.score().margin(),
            row.score().points(),
            row.score().level(),
            row.score().decision(),
            row.score().toReview(),
            run);
  }

  private static long[] numbers(List<PublishedClient> clients, boolean previous) {
    return clients.stream()
        .flatMapToLong(
            client ->
                Arrays.stream(previous ? client.previous() : client.bureau())
                    .mapToLong(number -> VersionWriter.number(number, client.client())))
        .toArray();
  }

  private static void population(List<PublishedClient> clients, Path file, DuckDb duckDb)
      throws IOException {
    List<PopulationColumn> columns = PopulationTable.columns(CATALOGUE);
    Path rows = Files.createTempFile("population", ".json");
    try (BufferedWriter lines = Files.newBufferedWriter(rows)) {
      for (PublishedClient client : clients) {
        lines.write(json(columns, PopulationRow.of(client.row())) + "\n");
      }
    }
    try {
      duckDb.execute(copy(columns, rows, file));
    } catch (Exception e) {
      throw new IOException("DuckDB did not write the population", e);
    } finally {
      Files.delete(rows);
    }
    if (!Files.exists(file)) {
      throw new IOException("The statement was not run");
    }
  }

  private static String copy(List<PopulationColumn> columns, Path rows, Path file) {
    String types =
        columns.stream()
            .map(column -> "'%s': '%s'".formatted(column.name(), column.type()))
            .collect(Collectors.joining(", "));
    return "COPY (SELECT * FROM read_json('%s', format = 'newline_delimited', columns = {%s})) TO '%s' (FORMAT parquet)"
        .formatted(quoted(rows), types, quoted(file));
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }

  private static ObjectNode json(List<PopulationColumn> columns, PopulationRow row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    columns.forEach(column -> column.cell().tell(row, new JsonCell(json, column.name())));
    return json;
  }
}
