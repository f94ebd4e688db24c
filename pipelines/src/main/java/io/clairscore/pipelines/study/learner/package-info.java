/**
 * The models that a study compares, from a constant to boosted trees. Each is a {@link
 * io.clairscore.pipelines.study.learner.Learner}, fitted by Spark's own or by XGBoost's estimator
 * and reduced to a function from a feature vector to a margin; {@link
 * io.clairscore.pipelines.study.learner.LearnerEstimator} lets Spark's CrossValidator fit it.
 *
 * <p>Whatever a learner fits (quantiles, medians, weights of evidence, the choice of features,
 * neighbours) it fits on the rows it is given, which are those of a training fold.
 */
package io.clairscore.pipelines.study.learner;
