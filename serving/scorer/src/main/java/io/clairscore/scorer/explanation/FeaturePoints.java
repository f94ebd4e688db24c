package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;

/**
 * What one feature adds to a score.
 *
 * @param value the client's value, NaN if missing
 * @param points positive for less risk
 */
public record FeaturePoints(Feature feature, float value, int points) {}
