package io.clairscore.features.engine;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the feature vector of a dossier, a pure function of it. Immutable and thread-safe.
 *
 * <p>Accumulators are doubles; the vector holds floats, NaN for missing and never an infinity. The
 * result does not depend on the order in which the rows of the dossier arrived.
 */
public final class FeatureEngine {
  private final Catalogue catalogue;
  private final List<TablePlan> plans = new ArrayList<>();

  /** An engine for the features of a catalogue. */
  public FeatureEngine(Catalogue catalogue) {
    this.catalogue = catalogue;
    Map<Table, List<Feature>> byTable = new LinkedHashMap<>();
    for (Feature feature : catalogue.features()) {
      byTable.computeIfAbsent(feature.table(), table -> new ArrayList<>()).add(feature);
    }
    byTable.forEach((table, features) -> plans.add(new TablePlan(table, features)));
  }

  /** The catalogue whose features the vector holds, in its order. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The feature vector: one float per feature, in the order of the catalogue. */
  public float[] compute(Dossier dossier) {
    float[] vector = new float[catalogue.size()];
    compute(dossier, vector);
    return vector;
  }

  /**
   * Writes the feature vector into an array, overwriting it.
   *
   * @throws IllegalArgumentException if the array is not as long as the catalogue
   */
  public void compute(Dossier dossier, float[] vector) {
    if (vector.length != catalogue.size()) {
      throw new IllegalArgumentException(
          "The vector has " + catalogue.size() + " features, the array " + vector.length);
    }
    double[] values = new double[vector.length];
    Arrays.fill(values, Double.NaN);
    for (TablePlan plan : plans) {
      plan.compute(dossier, values);
    }
    for (int i = 0; i < values.length; i++) {
      vector[i] = narrow(values[i]);
    }
  }

  /**
   * The nearest float. Beyond the range of floats it is the largest of them, because model
   * libraries refuse infinities; negative zero becomes zero, so that equal values are equal bits.
   */
  static float narrow(double value) {
    float nearest = (float) value;
    if (Float.isInfinite(nearest)) {
      return Math.copySign(Float.MAX_VALUE, nearest);
    }
    return nearest + 0.0f;
  }
}
