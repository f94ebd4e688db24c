package io.clairscore.pipelines.conf;

import java.util.List;

/**
 * What is called drift, and what raises an alarm. A list is the limit from which on a change is
 * moderate, then the one from which on it is strong.
 *
 * @param rules whose rules decide: clairscore or evidently
 * @param psi population stability index, of columns and of the score
 * @param wasserstein in standard deviations of the reference
 * @param jensenShannon in natural logarithms
 * @param missing change of the share of missing or special values
 * @param categories share of rows in new or lost categories
 * @param topFeatures so many most important columns raise an alarm alone
 * @param importanceShare share of all importance that raises an alarm together
 * @param columnShare share of columns that raises an alarm by Evidently's rules
 * @param refusalRate change of the share of refused clients that raises an alarm
 * @param explainedClients clients of each population, about, whose contributions attribute the
 *     shift of the mean score; all of a population that has no more
 * @param seed seed of their choice, and of the classifier between populations
 * @param meaning what is asked besides the columns
 */
public record DriftConf(
    String rules,
    List<Double> psi,
    List<Double> wasserstein,
    List<Double> jensenShannon,
    List<Double> missing,
    List<Double> categories,
    int topFeatures,
    double importanceShare,
    double columnShare,
    double refusalRate,
    int explainedClients,
    long seed,
    MeaningConf meaning) {

  public DriftConf {
    Require.that(
        List.of("clairscore", "evidently").contains(Require.present("drift.rules", rules)),
        "drift.rules",
        rules,
        "clairscore or evidently");
    psi = bands("drift.psi", psi);
    wasserstein = bands("drift.wasserstein", wasserstein);
    jensenShannon = bands("drift.jensenShannon", jensenShannon);
    missing = bands("drift.missing", missing);
    categories = bands("drift.categories", categories);
    Require.that(topFeatures >= 0, "drift.topFeatures", topFeatures, "zero or more");
    share("drift.importanceShare", importanceShare);
    share("drift.columnShare", columnShare);
    share("drift.refusalRate", refusalRate);
    Require.that(explainedClients >= 1, "drift.explainedClients", explainedClients, "at least 1");
    Require.present("drift.meaning", meaning);
  }

  /** These settings with other rules. */
  public DriftConf withRules(String others) {
    return new DriftConf(
        others,
        psi,
        wasserstein,
        jensenShannon,
        missing,
        categories,
        topFeatures,
        importanceShare,
        columnShare,
        refusalRate,
        explainedClients,
        seed,
        meaning);
  }

  private static List<Double> bands(String setting, List<Double> bands) {
    List<Double> two = List.copyOf(Require.present(setting, bands));
    Require.that(
        two.size() == 2 && two.get(0) > 0 && two.get(1) >= two.get(0),
        setting,
        two,
        "two limits above 0, the moderate one first");
    return two;
  }

  private static void share(String setting, double share) {
    Require.that(share > 0 && share <= 1, setting, share, "in (0, 1]");
  }
}
