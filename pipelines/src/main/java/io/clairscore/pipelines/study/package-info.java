/**
 * The study: simple to complex models under the same folds and hold-out as the training, imbalance
 * treated several ways, hyper-parameters searched, thresholds, leakage and fairness examined.
 *
 * <p>{@link io.clairscore.pipelines.study.StudyStep} is the door. Each candidate's scores are
 * stored in {@code runs/<run>/study/} when it is done, so a study that was killed goes on with the
 * next one, and every table is made from stored scores.
 */
package io.clairscore.pipelines.study;
