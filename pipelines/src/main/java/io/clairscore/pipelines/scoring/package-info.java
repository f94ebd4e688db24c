/**
 * Batch scoring: a map of the scorer over the feature table, merged into the Delta table {@code
 * scores} by client and scoring date. {@link io.clairscore.pipelines.scoring.ScoreStep} is the
 * door.
 */
package io.clairscore.pipelines.scoring;
