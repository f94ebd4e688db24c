package io.clairscore.pipelines.drift.population;

import io.clairscore.drift.verdict.Source;
import io.clairscore.pipelines.ingest.FileCounts;
import java.util.List;
import java.util.Optional;

/**
 * Those who are compared.
 *
 * @param source where they come from
 * @param layers their tables, of different kinds
 * @param files what ingest would keep of the files they come from; none if they come from tables
 */
public record Cohort(Source source, List<Layer> layers, List<FileCounts> files) {

  public Cohort {
    layers = List.copyOf(layers);
    files = List.copyOf(files);
  }

  /** Of tables, whose rows were accepted. */
  public Cohort(Source source, List<Layer> layers) {
    this(source, layers, List.of());
  }

  /** The same without the features that another population, whose model read fewer, has not. */
  public Cohort withFeaturesOf(Cohort other) {
    List<String> kept = other.layer(Layer.FEATURES).map(Layer::names).orElse(List.of());
    return new Cohort(
        source,
        layers.stream()
            .map(layer -> layer.kind().equals(Layer.FEATURES) ? layer.only(kept) : layer)
            .toList(),
        files);
  }

  public Optional<Layer> layer(String kind) {
    return layers.stream().filter(layer -> layer.kind().equals(kind)).findFirst();
  }

  /** Kinds of tables both have, in the order of the first. */
  public static List<String> shared(Cohort reference, Cohort current) {
    return reference.kinds().stream().filter(current.kinds()::contains).toList();
  }

  public List<String> kinds() {
    return layers.stream().map(Layer::kind).toList();
  }
}
