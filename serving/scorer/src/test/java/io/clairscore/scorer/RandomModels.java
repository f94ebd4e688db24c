package io.clairscore.scorer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.use.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Bundles around random trees over features of the catalogue, and random clients for them. */
public final class RandomModels {
  private static final int NODES = 15;
  private static final int INNER = 7;
  private static final double THRESHOLD = -2.1;

  private RandomModels() {}

  /** A bundle of trees of depth 3 whose leaves lie within so much of 0. */
  public static Bundle bundle(List<String> names, int trees, double leaf, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] json =
        model(names.size(), trees, leaf, random, feature -> random.nextDouble())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT_VERSION,
            "2026-11-21T08:00:00Z",
            "3.2.0",
            Catalogue.core().hash(),
            Profile.FULL,
            names,
            new Manifest.Training("run-1", "8edd22c", 42),
            BundleParts.CALIBRATION,
            new Threshold(THRESHOLD, BundleParts.CALIBRATION.probability(THRESHOLD), 10, 1, 0.3),
            Levels.around(THRESHOLD, Math.log(2)),
            Points.DEFAULT,
            JsonNodeFactory.instance.objectNode(),
            Map.of());
    return new Bundle(manifest, TreeEnsemble.read(json), List.of(), reference(names));
  }

  static Reference reference(List<String> names) {
    return new Reference(
        100,
        80,
        10,
        names.stream()
            .map(
                name ->
                    new FeatureReference(
                        name, 0.9, new Quartiles(0.2, 0.62, 0.8), 0.4, 0.1, 0, 0.2))
            .toList(),
        Arrays.stream(Level.values()).map(level -> new LevelOutcome(level, 1234, 123)).toList());
  }

  /**
   * A model as XGBoost's JSON.
   *
   * @param thresholds at what value a split of a feature, by its position, parts clients
   */
  static ObjectNode model(
      int features,
      int trees,
      double leaf,
      SplittableRandom random,
      IntToDoubleFunction thresholds) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode learner = nodes.objectNode();
    learner
        .putObject("learner_model_param")
        .put("base_score", "[1.2E-1]")
        .put("num_class", "0")
        .put("num_feature", String.valueOf(features))
        .put("num_target", "1");
    learner.putObject("objective").put("name", "binary:logistic");
    ObjectNode booster = learner.putObject("gradient_booster").put("name", "gbtree");
    ObjectNode model = booster.putObject("model");
    model.putObject("gbtree_model_param").put("num_trees", String.valueOf(trees));
    ArrayNode list = model.putArray("trees");
    ArrayNode info = model.putArray("tree_info");
    for (int tree = 0; tree < trees; tree++) {
      list.add(tree(features, leaf, random, thresholds));
      info.add(0);
    }
    ObjectNode document = nodes.objectNode();
    document.putArray("version").add(3).add(2).add(0);
    document.set("learner", learner);
    return document;
  }

  private static ObjectNode tree(
      int features, double leaf, SplittableRandom random, IntToDoubleFunction thresholds) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.putObject("tree_param")
        .put("num_nodes", String.valueOf(NODES))
        .put("num_deleted", "0")
        .put("num_feature", String.valueOf(features))
        .put("size_leaf_vector", "1");
    for (String column :
        List.of("left_children", "right_children", "split_indices", "split_type", "default_left")) {
      tree.putArray(column);
    }
    ArrayNode conditions = tree.putArray("split_conditions");
    ArrayNode covers = tree.putArray("sum_hessian");
    for (int node = 0; node < NODES; node++) {
      boolean inner = node < INNER;
      tree.withArray("left_children").add(inner ? 2 * node + 1 : -1);
      tree.withArray("right_children").add(inner ? 2 * node + 2 : -1);
      int feature = inner ? random.nextInt(features) : 0;
      tree.withArray("split_indices").add(feature);
      tree.withArray("split_type").add(0);
      tree.withArray("default_left").add(random.nextInt(2));
      double own = inner ? thresholds.applyAsDouble(feature) : leaf * (2 * random.nextDouble() - 1);
      conditions.add((float) own);
      covers.add(64 >> (31 - Integer.numberOfLeadingZeros(node + 1)));
    }
    return tree;
  }

  /** A client: yes-or-no features are 0 or 1, some values and some histories are missing. */
  public static float[] client(List<Feature> features, SplittableRandom random) {
    float[] vector = new float[features.size()];
    boolean[] absent = new boolean[16];
    for (int i = 0; i < absent.length; i++) {
      absent[i] = random.nextInt(4) == 0;
    }
    String column = "";
    boolean chosen = false;
    for (int i = 0; i < vector.length; i++) {
      Feature feature = features.get(i);
      String own = feature.category().map(c -> c.column().name()).orElse("");
      chosen = chosen && own.equals(column);
      column = own;
      boolean history = feature.table().ordinal() > 0;
      if (history && absent[feature.table().ordinal()]
          || feature.unit() != Unit.FLAG && random.nextInt(5) == 0) {
        vector[i] = Float.NaN;
      } else if (feature.unit() == Unit.FLAG) {
        vector[i] = chosen ? 0 : random.nextInt(2);
        chosen |= !own.isEmpty() && vector[i] == 1;
      } else {
        vector[i] = (float) random.nextDouble();
      }
    }
    return vector;
  }
}
