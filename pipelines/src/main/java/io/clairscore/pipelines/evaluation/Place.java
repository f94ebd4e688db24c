package io.clairscore.pipelines.evaluation;

/**
 * A threshold and what it does.
 *
 * @param margin lowest margin that is refused
 * @param probability the probability of default it stands for; NaN where everybody is on one side
 * @param training clients of the folds, scored out of fold
 * @param holdOut clients kept apart
 */
public record Place(double margin, double probability, Confusion training, Confusion holdOut) {}
