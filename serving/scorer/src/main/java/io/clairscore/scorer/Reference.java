package io.clairscore.scorer;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The clients a score is compared with: the content of {@code reference.json}. All of them are
 * training clients, and whether they are accepted is judged out of fold.
 *
 * @param sampledClients clients of the sample the features are described from
 * @param acceptedClients those of the sample who are accepted
 * @param explainedClients those of the sample whose contributions were computed
 * @param features each feature, in the order of the vector
 * @param levels each level, from {@link Level#VERY_HIGH_RISK} on, over all training clients
 */
public record Reference(
    int sampledClients,
    int acceptedClients,
    int explainedClients,
    List<FeatureReference> features,
    List<LevelOutcome> levels)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if the parts contradict each other
   */
  public Reference {
    features = List.copyOf(Objects.requireNonNull(features, "features"));
    levels = List.copyOf(Objects.requireNonNull(levels, "levels"));
    Manifest.require(
        acceptedClients >= 0 && acceptedClients <= sampledClients,
        "more clients are accepted than sampled");
    Manifest.require(
        explainedClients > 0 && explainedClients <= sampledClients,
        "the number of explained clients is impossible: " + explainedClients);
    Manifest.require(
        new HashSet<>(names(features)).size() == features.size(), "a feature is described twice");
    List<LevelOutcome> given = levels;
    Manifest.require(
        given.size() == Level.values().length
            && IntStream.range(0, given.size()).allMatch(i -> given.get(i).level().ordinal() == i),
        "each level is told once, from the riskiest on");
  }

  /** Names of the features, in their order. */
  public List<String> names() {
    return names(features);
  }

  /** What became of the clients of a level. */
  public LevelOutcome outcome(Level level) {
    return levels.get(level.ordinal());
  }

  private static List<String> names(List<FeatureReference> features) {
    return features.stream().map(FeatureReference::name).toList();
  }
}
