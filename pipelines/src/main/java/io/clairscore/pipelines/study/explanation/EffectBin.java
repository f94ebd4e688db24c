package io.clairscore.pipelines.study.explanation;

/**
 * The clients whose value of a feature lies in one interval, and what the value does to them.
 *
 * @param from least value, null where the value is unknown
 * @param upTo largest value, null where the value is unknown
 * @param clients how many clients there are
 * @param partialDependence mean margin of all clients if each had this value, less the mean margin
 * @param accumulated accumulated local effect on the margin, mean 0 over the clients with a known
 *     value (Apley and Zhu 2020); null where the value is unknown
 * @param contribution mean contribution of the feature in this interval (TreeSHAP)
 * @param lowContribution tenth part of the contributions is below
 * @param highContribution tenth part of the contributions is above
 * @param defaulted share of the clients who defaulted
 * @param missedDefaults share of those who defaulted that were granted credit
 * @param refusedGood share of those who repaid that were refused
 */
public record EffectBin(
    Double from,
    Double upTo,
    long clients,
    double partialDependence,
    Double accumulated,
    double contribution,
    double lowContribution,
    double highContribution,
    double defaulted,
    double missedDefaults,
    double refusedGood) {}
