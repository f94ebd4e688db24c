/**
 * The models that a study compares with XGBoost, from a constant to Spark's own boosted trees. Each
 * is a {@link io.clairscore.pipelines.training.Learner}, reduced to a function from a feature
 * vector to a margin.
 *
 * <p>Whatever a learner fits (quantiles, medians, weights of evidence, the choice of features,
 * neighbours) it fits on the rows it is given, which are those of a training fold.
 */
package io.clairscore.pipelines.study.learner;
