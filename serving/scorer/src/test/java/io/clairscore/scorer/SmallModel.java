package io.clairscore.scorer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.use.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A whole bundle without training: random trees over features that may decide, whose thresholds are
 * values of given clients, with a reference computed from these.
 */
public final class SmallModel {
  private static final int TREES = 40;
  private static final int OF_APPLICATION = 30;
  private static final int EVERY = 8;
  private static final double REFUSED = 0.2;
  private static final Calibration CALIBRATION = new Platt(1, -0.5);

  private final List<String> names;
  private final List<float[]> vectors;
  private final long seed;

  /**
   * A model of clients.
   *
   * @param clients their vectors of the whole catalogue; a fifth of them are refused
   */
  public SmallModel(List<float[]> clients, long seed) {
    List<String> all = Catalogue.core().names();
    List<String> known =
        Catalogue.core().features().stream()
            .filter(Feature::decides)
            .map(Feature::name)
            .filter(name -> isKnown(clients, all.indexOf(name)))
            .toList();
    // The first are of the application, which levers move; of the others some of every family.
    this.names =
        IntStream.range(0, known.size())
            .filter(i -> i < OF_APPLICATION || i % EVERY == 0)
            .mapToObj(known::get)
            .toList();
    int[] positions = names.stream().mapToInt(all::indexOf).toArray();
    this.vectors = clients.stream().map(client -> taken(client, positions)).toList();
    this.seed = seed;
  }

  private static boolean isKnown(List<float[]> clients, int position) {
    return clients.stream().filter(client -> !Float.isNaN(client[position])).count()
        > clients.size() / 3;
  }

  private static float[] taken(float[] client, int[] positions) {
    float[] vector = new float[positions.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = client[positions[i]];
    }
    return vector;
  }

  /**
   * Writes the bundle.
   *
   * @param run the run that is said to have trained it
   */
  public Bundle write(Path folder, String run) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] json =
        RandomModels.model(names.size(), TREES, 0.3, random, feature -> threshold(feature, random))
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    TreeEnsemble trees = TreeEnsemble.read(json);
    double[] margins = vectors.stream().mapToDouble(trees::margin).toArray();
    double[] sorted = Arrays.stream(margins).sorted().toArray();
    double threshold = sorted[(int) ((1 - REFUSED) * sorted.length)];
    Contributions contributions = Contributions.of(trees);
    List<GoldenRow> golden =
        vectors.stream().limit(5).map(v -> golden(trees, contributions, v)).toList();
    return new BundleWriter(
            manifest(threshold, run),
            golden,
            reference(contributions, margins, threshold),
            json,
            "no UBJSON: nobody reads it here".getBytes(StandardCharsets.UTF_8))
        .write(folder);
  }

  private double threshold(int feature, SplittableRandom random) {
    while (true) {
      float value = vectors.get(random.nextInt(vectors.size()))[feature];
      if (!Float.isNaN(value)) {
        return value;
      }
    }
  }

  private static GoldenRow golden(TreeEnsemble trees, Contributions contributions, float[] vector) {
    double[] exact = contributions.explain(vector);
    float[] rounded = new float[exact.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) exact[i];
    }
    return GoldenRow.of(vector, trees.margin(vector), rounded, CALIBRATION);
  }

  private Manifest manifest(double threshold, String run) {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        "2026-11-21T08:00:00Z",
        "3.2.0",
        Catalogue.core().hash(),
        Profile.FAIR,
        names,
        new Manifest.Training(run, "8edd22c", seed),
        CALIBRATION,
        new Threshold(threshold, CALIBRATION.probability(threshold), 10, 1, 0.1),
        Levels.around(threshold, Math.log(2)),
        Points.DEFAULT,
        JsonNodeFactory.instance.objectNode().put("auc", 0.5),
        Map.of("features", 1L));
  }

  private Reference reference(Contributions contributions, double[] margins, double threshold) {
    List<double[]> explained = vectors.stream().map(contributions::explain).toList();
    List<FeatureReference> features = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      double[] values =
          vectors.stream().mapToDouble(v -> v[at]).filter(v -> !Double.isNaN(v)).sorted().toArray();
      double[] weights = explained.stream().mapToDouble(e -> e[at]).toArray();
      double mean = Arrays.stream(weights).average().orElseThrow();
      double weight = Arrays.stream(weights).map(Math::abs).average().orElseThrow();
      features.add(
          new FeatureReference(
              names.get(i),
              (double) values.length / vectors.size(),
              new Quartiles(share(values, 0.25), share(values, 0.5), share(values, 0.75)),
              Arrays.stream(values).average().orElseThrow(),
              mean,
              mean,
              weight));
    }
    int accepted = (int) Arrays.stream(margins).filter(margin -> margin < threshold).count();
    return new Reference(
        vectors.size(),
        accepted,
        vectors.size(),
        features,
        Arrays.stream(Level.values())
            .map(level -> new LevelOutcome(level, 140, 7 * (7 - level.ordinal())))
            .toList());
  }

  private static double share(double[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
