/**
 * Everything that is computed from scores whose outcomes are known, without Spark and without
 * fitting anything: decisions, figures with intervals, thresholds, comparisons of two models, and
 * the files that scores are kept in. Training, the study, the gate and the documents all measure
 * with it, so that a figure means the same wherever it is read.
 *
 * <p>{@link io.clairscore.pipelines.evaluation.Scores} are clients with margin and probability,
 * {@link io.clairscore.pipelines.evaluation.Decisions} what was decided about them, {@link
 * io.clairscore.pipelines.evaluation.Metric} what is measured of that, and {@link
 * io.clairscore.pipelines.evaluation.RankedScores} holds the only search for a threshold, with its
 * rule for ties.
 */
package io.clairscore.pipelines.evaluation;
