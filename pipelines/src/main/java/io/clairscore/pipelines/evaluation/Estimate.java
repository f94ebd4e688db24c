package io.clairscore.pipelines.evaluation;

/**
 * A measured value with its 95 % interval.
 *
 * @param value on the clients themselves
 * @param low 2.5 % quantile
 * @param high 97.5 % quantile
 */
public record Estimate(double value, double low, double high) {}
