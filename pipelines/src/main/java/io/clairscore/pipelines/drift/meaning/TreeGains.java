package io.clairscore.pipelines.drift.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How much the splits on each feature gained, as XGBoost's JSON document says. */
final class TreeGains {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAF = -1;

  private TreeGains() {}

  /** Adds the gains of a model, by the position of the feature. */
  static void add(byte[] model, double[] gains) {
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
