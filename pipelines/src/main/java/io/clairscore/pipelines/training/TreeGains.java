package io.clairscore.pipelines.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How much the splits on each feature gained, as XGBoost's JSON document says. */
public final class TreeGains {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAF = -1;

  private TreeGains() {}

  /** Features that some split looks at, by their position, the largest total gain first. */
  static List<Integer> strongest(byte[] model, int features) {
    double[] gains = new double[features];
    add(model, gains);
    return IntStream.range(0, features)
        .filter(feature -> gains[feature] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(feature -> -gains[feature]))
        .toList();
  }

  /** Adds the gains of a model, by the position of the feature. */
  public static void add(byte[] model, double[] gains) {
    try {
      for (JsonNode tree : JSON.readTree(model).at("/learner/gradient_booster/model/trees")) {
        JsonNode children = tree.get("left_children");
        for (int node = 0; node < children.size(); node++) {
          if (children.get(node).asInt() != LEAF) {
            int feature = tree.get("split_indices").get(node).asInt();
            gains[feature] += tree.get("loss_changes").get(node).asDouble();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
