package io.clairscore.pipelines.study.explanation;

/**
 * What one feature matters to a model.
 *
 * @param feature its name
 * @param group business group, empty for a feature the catalogue does not know
 * @param meanAbsoluteContribution mean over clients of the absolute contribution to the margin
 * @param aucLoss AUC lost when its values are dealt to other clients, null where not tried
 */
public record Importance(
    String feature, String group, double meanAbsoluteContribution, Double aucLoss) {}
