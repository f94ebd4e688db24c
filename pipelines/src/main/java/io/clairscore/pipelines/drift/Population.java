package io.clairscore.pipelines.drift;

import io.clairscore.drift.verdict.Source;
import java.util.List;
import java.util.Optional;

/**
 * Those who are compared.
 *
 * @param source where they come from
 * @param layers their tables, of different kinds
 */
record Population(Source source, List<Layer> layers) {

  Population {
    layers = List.copyOf(layers);
  }

  Optional<Layer> layer(String kind) {
    return layers.stream().filter(layer -> layer.kind().equals(kind)).findFirst();
  }

  List<String> kinds() {
    return layers.stream().map(Layer::kind).toList();
  }
}
