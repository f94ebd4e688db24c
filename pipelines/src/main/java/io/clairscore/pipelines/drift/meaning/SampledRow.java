package io.clairscore.pipelines.drift.meaning;

/**
 * A row chosen from a population.
 *
 * @param order hash of its client
 * @param fold fold of its client
 * @param features a number per column, NaN if missing
 */
record SampledRow(long order, int fold, float[] features) {}
