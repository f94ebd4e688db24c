package io.clairscore.pipelines.study.results;

import io.clairscore.pipelines.evaluation.Estimate;

/**
 * A candidate less another on the same clients.
 *
 * @param outOfFold difference of the cost per client of the folds
 * @param holdOut difference of the cost per client kept apart
 * @param aucOutOfFold difference of the AUC over the folds
 */
public record Comparison(
    String candidate,
    String against,
    Estimate outOfFold,
    Estimate holdOut,
    Estimate aucOutOfFold) {}
