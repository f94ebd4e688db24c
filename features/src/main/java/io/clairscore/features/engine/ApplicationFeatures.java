package io.clairscore.features.engine;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The features that depend on some columns of the application, each computed by itself: all that
 * can change when a cell of these columns does. They are found by their lineage, and computed by
 * the plans of the {@link FeatureEngine}, to the same bits. Immutable and thread-safe.
 */
public final class ApplicationFeatures {
  private static final double[][] NOTHING_ATTACHED = {};
  private static final int[] THE_ROW = {0};

  private final List<Feature> features;
  private final List<GroupPlan> plans;

  /**
   * The features of a catalogue that depend on some columns.
   *
   * @throws IllegalArgumentException if one of them needs more than the application row
   */
  public ApplicationFeatures(Catalogue catalogue, Collection<? extends Column> columns) {
    features =
        catalogue.features().stream()
            .filter(feature -> !Collections.disjoint(feature.lineage(), columns))
            .toList();
    plans = features.stream().map(ApplicationFeatures::plan).toList();
  }

  private static GroupPlan plan(Feature feature) {
    if (feature.table() != Table.APPLICATION || feature.filter().isPresent()) {
      throw new IllegalArgumentException(
          "Feature " + feature.name() + " cannot be computed from the application row alone");
    }
    GroupPlan.Builder plan = new GroupPlan.Builder(List.of());
    plan.add(feature.measure(), 0);
    return plan.build();
  }

  /** The features, in the order of the catalogue. */
  public List<Feature> features() {
    return features;
  }

  /**
   * The value of a feature, NaN if missing.
   *
   * @param position place of the feature in {@link #features()}
   * @param application the application, as a table of one row
   */
  public float value(int position, Rows application) {
    double[] value = {Double.NaN};
    plans.get(position).compute(new Selection(application, NOTHING_ATTACHED, THE_ROW), value);
    return FeatureEngine.narrow(value[0]);
  }
}
