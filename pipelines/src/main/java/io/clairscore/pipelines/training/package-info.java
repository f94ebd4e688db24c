/**
 * Trains the model: folds, cross-validation with the business cost, early stopping, calibration,
 * threshold, and a judgement on clients the training never saw.
 *
 * <p>A {@link io.clairscore.pipelines.training.Learner} is a way to learn a score; {@link
 * io.clairscore.pipelines.training.CrossValidation} fits a grid of them by Spark's CrossValidator,
 * for a training as for a study.
 *
 * <p>{@link io.clairscore.pipelines.training.TrainStep} is the door. It reads the Delta table
 * {@code features} at one version, stores the folds in the Delta table {@code training} and leaves
 * a bundle in {@code models/<run>/}.
 */
package io.clairscore.pipelines.training;
