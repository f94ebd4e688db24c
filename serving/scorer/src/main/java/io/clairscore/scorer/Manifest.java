package io.clairscore.scorer;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.use.Profile;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The content of {@code bundle.json}: what the model reads, how its margin becomes a decision, and
 * where it comes from.
 *
 * @param formatVersion layout of the bundle, {@value #FORMAT_VERSION} for those this class writes
 * @param created when the bundle was made, ISO-8601 in UTC
 * @param xgboostVersion version of XGBoost that trained the model
 * @param catalogueHash hash of the feature catalogue the vectors come from
 * @param profile which inputs the model was allowed to learn from
 * @param features names of the features, in the order of the vector
 * @param metrics what training measured, in its own shape
 * @param tableVersions version of each Delta table the model was trained from, by table name
 */
public record Manifest(
    int formatVersion,
    String created,
    String xgboostVersion,
    String catalogueHash,
    Profile profile,
    List<String> features,
    Training training,
    Calibration calibration,
    Threshold threshold,
    Levels levels,
    Points points,
    JsonNode metrics,
    Map<String, Long> tableVersions)
    implements Serializable {

  /** The layout this version of the scorer writes, and the only one it reads. */
  public static final int FORMAT_VERSION = 2;

  /** Stored probability and calibrated threshold may differ by rounding, not by more. */
  private static final double SAME_PROBABILITY = 1e-9;

  /** The run that trained the model: its id, the commit of the code, the seed of every sample. */
  public record Training(String runId, String gitCommit, long seed) implements Serializable {
    public Training {
      Objects.requireNonNull(runId, "training.runId");
      Objects.requireNonNull(gitCommit, "training.gitCommit");
    }
  }

  /**
   * @throws IllegalArgumentException if the parts contradict each other
   */
  public Manifest {
    Instant.parse(Objects.requireNonNull(created, "created"));
    Objects.requireNonNull(xgboostVersion, "xgboostVersion");
    Objects.requireNonNull(catalogueHash, "catalogueHash");
    Objects.requireNonNull(profile, "profile");
    features = List.copyOf(Objects.requireNonNull(features, "features"));
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(calibration, "calibration");
    Objects.requireNonNull(threshold, "threshold");
    Objects.requireNonNull(levels, "levels");
    Objects.requireNonNull(points, "points");
    Objects.requireNonNull(metrics, "metrics");
    tableVersions =
        Collections.unmodifiableMap(
            new TreeMap<>(Objects.requireNonNull(tableVersions, "tableVersions")));
    require(formatVersion == FORMAT_VERSION, "the format version is " + formatVersion);
    require(!features.isEmpty(), "no feature is listed");
    require(new HashSet<>(features).size() == features.size(), "a feature is listed twice");
    require(
        levels.threshold() == threshold.margin(),
        "the levels are anchored on %s, the threshold is %s"
            .formatted(levels.threshold(), threshold.margin()));
    double probability = calibration.probability(threshold.margin());
    require(
        Math.abs(probability - threshold.probability()) <= SAME_PROBABILITY,
        "the threshold's probability is %s, its margin calibrates to %s"
            .formatted(threshold.probability(), probability));
  }

  /** Table versions by table name, in the order of the names. */
  @Override
  public Map<String, Long> tableVersions() {
    return new TreeMap<>(tableVersions);
  }

  /**
   * The features of the model, so that nothing else is computed for it.
   *
   * @param catalogue holds them, and others as well
   * @throws IllegalArgumentException if it lacks one, or has them in another order
   */
  public Catalogue featuresOf(Catalogue catalogue) {
    require(
        features.stream().allMatch(name -> catalogue.feature(name).isPresent()),
        "The model reads other features than the catalogue has");
    Catalogue own = catalogue.only(features);
    require(own.names().equals(features), "The model reads its features in another order");
    return own;
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
