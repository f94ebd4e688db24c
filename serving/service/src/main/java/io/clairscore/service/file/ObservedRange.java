package io.clairscore.service.file;

import io.clairscore.scorer.published.FeatureProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The least and the greatest value of a feature among all published clients. */
record ObservedRange(double least, double most) {

  /** The ranges of features by name; a feature nobody has a value of has none. */
  static Map<String, ObservedRange> of(List<FeatureProfile> profiles) {
    Map<String, ObservedRange> ranges = new HashMap<>();
    for (FeatureProfile profile : profiles) {
      if (profile.minimum() != null && profile.maximum() != null) {
        ranges.put(profile.feature(), new ObservedRange(profile.minimum(), profile.maximum()));
      }
    }
    return ranges;
  }

  /** Whether a value is known and lies outside. */
  boolean excludes(float value) {
    return value < least || value > most;
  }
}
