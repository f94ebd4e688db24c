/**
 * What is computed from the scores of a study's candidates, without Spark and without fitting
 * anything again: decisions by thresholds of other folds, figures, paired comparisons, cost curves.
 */
package io.clairscore.pipelines.study.evaluation;
