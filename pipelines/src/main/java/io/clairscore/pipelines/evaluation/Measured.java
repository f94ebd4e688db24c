package io.clairscore.pipelines.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;

/**
 * What one pass over judged clients counts, of which every {@link Metric} is a function.
 *
 * @param confusion clients by outcome and decision
 * @param costs what wrong decisions cost
 * @param auc area under the ROC curve
 * @param ks Kolmogorov-Smirnov distance between the scores of both outcomes
 * @param squares sum of the squared distances of probability and outcome
 */
record Measured(Confusion confusion, BusinessConf costs, double auc, double ks, double squares) {}
