package io.clairscore.scorer.counterfactual;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.engine.ApplicationFeatures;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The features that any lever moves, numbered from 0, and which lever moves which, by their
 * lineage. Immutable and thread-safe.
 */
final class MovedFeatures {
  private final ApplicationFeatures features;
  private final Map<Lever, int[]> moved = new HashMap<>();

  MovedFeatures(Catalogue catalogue, Levers levers) {
    features = new ApplicationFeatures(catalogue, levers.columns());
    List<Feature> all = features.features();
    for (Lever lever : levers.levers()) {
      moved.put(
          lever,
          IntStream.range(0, all.size())
              .filter(i -> !Collections.disjoint(all.get(i).lineage(), lever.columns()))
              .toArray());
    }
  }

  int count() {
    return features.features().size();
  }

  /** Place of a feature in the vector. */
  int index(int feature) {
    return features.features().get(feature).index();
  }

  String name(int feature) {
    return features.features().get(feature).name();
  }

  float value(int feature, Rows application) {
    return features.value(feature, application);
  }

  float[] values(Rows application) {
    float[] values = new float[count()];
    for (int feature = 0; feature < values.length; feature++) {
      values[feature] = value(feature, application);
    }
    return values;
  }

  /** The features a lever moves. */
  int[] by(Lever lever) {
    return moved.get(lever);
  }
}
