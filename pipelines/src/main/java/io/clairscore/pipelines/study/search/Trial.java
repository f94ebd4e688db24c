package io.clairscore.pipelines.study.search;

/**
 * A point that was tried.
 *
 * @param point place in the unit cube
 * @param loss what came of it; less is better
 */
public record Trial(double[] point, double loss) {}
