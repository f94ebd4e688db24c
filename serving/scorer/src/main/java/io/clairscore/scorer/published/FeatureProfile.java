package io.clairscore.scorer.published;

import java.util.Map;

/**
 * How the values of a feature lie in the population; figures are null where no client has a value.
 *
 * @param feature name
 * @param count clients with a value
 * @param missing clients without
 * @param mean mean
 * @param deviation standard deviation of the sample; null below two clients
 * @param minimum least value
 * @param maximum greatest value
 * @param quantiles values by their share of clients below, within 0.001 of that share
 */
public record FeatureProfile(
    String feature,
    long count,
    long missing,
    Double mean,
    Double deviation,
    Double minimum,
    Double maximum,
    Map<String, Double> quantiles) {}
