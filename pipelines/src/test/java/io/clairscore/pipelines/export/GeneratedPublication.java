package io.clairscore.pipelines.export;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.synthetic.GeneratedRows;
import io.clairscore.pipelines.synthetic.Population;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.published.ClientPublisher;
import io.clairscore.scorer.published.PopulationRow;
import io.clairscore.scorer.published.PopulationTable;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.PublishedClient;
import io.clairscore.scorer.published.PublishedPresentation;
import io.clairscore.scorer.published.ShardWriter;
import io.clairscore.scorer.published.VersionWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * {@code scripts/bench/service/published}: publishes generated clients, without tables and without
 * Spark, for measurements of what reads them.
 *
 * @param population who is published
 * @param histories whether they have histories
 * @param publisher scores and explains them
 */
record GeneratedPublication(Population population, boolean histories, ClientPublisher publisher) {
  private static final long SEED = 20_260_101;
  private static final int SAID_EVERY = 1_000;

  /** Folder of versions, name of the version, folder of a bundle, labelled, new, histories. */
  public static void main(String[] arguments) throws IOException {
    Configuration conf = ConfigurationReader.read(null, Map.of(), List.of());
    PublishedPresentation telling =
        new PublishedPresentation(conf.presentation().presentation(), conf.scoring().reasons());
    Path model = Path.of(arguments[2]);
    Bundle bundle = Bundle.load(model, Catalogue.core().hash());
    Published published = new Published(Path.of(arguments[0]));
    VersionWriter writer = published.begin(arguments[1]);
    writer.bundle(model);
    new GeneratedPublication(
            new Population(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), SEED),
            Boolean.parseBoolean(arguments[5]),
            new ClientPublisher(bundle, Catalogue.core(), telling.limits()))
        .write(writer);
    writer.profiles(List.of());
    writer.presentation(telling);
    String run = bundle.manifest().training().runId();
    published.use(writer.complete("generated", run, Map.of()).version());
  }

  private void write(VersionWriter writer) throws IOException {
    int size = population.size();
    int ranges = (size + PopulationTable.GROUP - 1) / PopulationTable.GROUP;
    RangeFunction files = new RangeFunction(writer.clients().toString(), writer.parts().toString());
    List<RangePart> parts =
        IntStream.range(0, ranges)
            .parallel()
            .mapToObj(
                range ->
                    part(
                        files,
                        range,
                        (int) ((long) range * size / ranges),
                        (int) ((range + 1L) * size / ranges)))
            .toList();
    writer.index(parts.stream().map(RangePart::index).toList());
    writer.numbers(
        parts.stream().map(RangePart::previous).toList(),
        parts.stream().map(RangePart::bureau).toList());
    List<Path> groups = IntStream.range(0, ranges).mapToObj(files::group).toList();
    writer.population(file -> PopulationFile.join(groups, file));
  }

  private RangePart part(RangeFunction files, int range, int from, int to) {
    RangePart.Numbers numbers = new RangePart.Numbers();
    try (ShardWriter shard = new ShardWriter(Path.of(files.shards()), range);
        ParquetWriter<PopulationRow> group = PopulationFile.writer(files.group(range))) {
      Iterator<Dossier> dossiers = GeneratedRows.dossiers(population, from, to).iterator();
      for (int number = from; dossiers.hasNext(); number++) {
        Dossier dossier = dossiers.next();
        PublishedClient client = publisher.publish(histories ? dossier : bare(dossier));
        shard.add(client, "[]");
        group.write(PopulationRow.of(client.row()));
        numbers.add(client);
        if (number % SAID_EVERY == 0) {
          System.err.println("client " + number + " of " + from + " to " + to);
        }
      }
      return numbers.with(shard.index());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dossier bare(Dossier dossier) {
    return new Dossier(Map.of(Table.APPLICATION, dossier.application()));
  }
}
