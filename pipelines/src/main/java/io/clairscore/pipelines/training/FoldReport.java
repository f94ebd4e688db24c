package io.clairscore.pipelines.training;

/**
 * One fold, judged by a model, a threshold and a calibration that never saw it.
 *
 * @param fold number of the fold
 * @param clients clients in it
 * @param defaults defaults among them
 * @param rounds trees of its model after early stopping
 * @param auc AUC
 * @param costPerClient cost at the threshold fitted on the other folds
 */
public record FoldReport(
    int fold, int clients, int defaults, int rounds, double auc, double costPerClient) {}
