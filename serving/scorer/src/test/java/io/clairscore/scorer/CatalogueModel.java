package io.clairscore.scorer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.use.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model of full trees with random splits, over the features of the real catalogue. */
public final class CatalogueModel {
  private static final float[] CLOSENESS = {1, 1, 0.999f, 1.001f, 0.9f, 1.1f};

  private final Random random;
  private final List<float[]> vectors;
  private final int[] favoured;
  private final Catalogue catalogue;

  /**
   * Models to score these vectors.
   *
   * @param vectors from which thresholds are taken, so that splits lie where clients are
   * @param favoured features that most splits look at
   */
  public CatalogueModel(long seed, List<float[]> vectors, int[] favoured) {
    this(seed, vectors, favoured, Catalogue.core());
  }

  /**
   * Models that read other features than all.
   *
   * @param catalogue features of the vectors
   */
  public CatalogueModel(long seed, List<float[]> vectors, int[] favoured, Catalogue catalogue) {
    this.catalogue = catalogue;
    this.random = new Random(seed);
    this.vectors = vectors;
    this.favoured = favoured;
  }

  /** A bundle that refuses a share of the vectors. */
  public Bundle bundle(int trees, int depth, double refused) {
    TreeEnsemble ensemble = ensemble(trees, depth);
    double[] margins = vectors.stream().mapToDouble(ensemble::margin).sorted().toArray();
    double margin = margins[(int) ((1 - refused) * margins.length)];
    Calibration calibration = new Platt(1, 0);
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT_VERSION,
            "2026-11-21T08:00:00Z",
            "3.2.0",
            Catalogue.core().hash(),
            Profile.FULL,
            catalogue.names(),
            new Manifest.Training("random", "none", 1),
            calibration,
            new Threshold(margin, calibration.probability(margin), 10, 1, 0.1),
            Levels.around(margin, Math.log(2)),
            Points.DEFAULT,
            JsonNodeFactory.instance.objectNode(),
            Map.of());
    return new Bundle(manifest, ensemble, List.of(), RandomModels.reference(catalogue.names()));
  }

  private TreeEnsemble ensemble(int trees, int depth) {
    int splits = (1 << depth) - 1;
    int nodes = 2 * splits + 1;
    int[] roots = new int[trees];
    int[] slots = new int[trees * nodes];
    float[] values = new float[trees * nodes];
    int[] lefts = new int[trees * nodes];
    float[] covers = new float[trees * nodes];
    Arrays.fill(covers, 1);
    for (int tree = 0; tree < trees; tree++) {
      roots[tree] = tree * nodes;
      for (int i = 0; i < nodes; i++) {
        int node = roots[tree] + i;
        slots[node] = TreeEnsemble.LEAF;
        values[node] = (float) (random.nextGaussian() * 0.1);
        if (i < splits) {
          int feature = feature();
          slots[node] = feature << 1 | random.nextInt(2);
          values[node] = threshold(feature);
          lefts[node] = roots[tree] + 2 * i + 1;
        }
      }
    }
    int features = catalogue.size();
    return new TreeEnsemble(features, List.of(), -0.3f, roots, slots, values, lefts, covers);
  }

  private int feature() {
    return random.nextInt(4) > 0
        ? favoured[random.nextInt(favoured.length)]
        : random.nextInt(catalogue.size());
  }

  /** A value some client has, or one near it; clients of round amounts meet it exactly. */
  private float threshold(int feature) {
    for (int attempt = 0; attempt < 20; attempt++) {
      float value = vectors.get(random.nextInt(vectors.size()))[feature];
      if (Float.isFinite(value)) {
        return value == 0 || value == 1
            ? 0.5f
            : value * CLOSENESS[random.nextInt(CLOSENESS.length)];
      }
    }
    return 0.5f;
  }
}
