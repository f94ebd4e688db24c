package io.clairscore.scorer.pages;

/**
 * Clients by outcome and decision; a refusal is the positive answer.
 *
 * @param truePositives defaults refused
 * @param falseNegatives defaults accepted
 * @param falsePositives good clients refused
 * @param trueNegatives good clients accepted
 */
public record DecisionCounts(
    long truePositives, long falseNegatives, long falsePositives, long trueNegatives) {}
