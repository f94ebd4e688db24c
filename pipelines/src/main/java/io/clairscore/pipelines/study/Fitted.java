package io.clairscore.pipelines.study;

import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.training.Predictor;

/**
 * A candidate that was just fitted.
 *
 * @param record what is kept of it
 * @param scores its scores
 * @param refit predictor fitted on all training clients, null where there is none
 */
record Fitted(CandidateRecord record, Scores scores, Predictor refit) {}
