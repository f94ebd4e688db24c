package io.clairscore.pipelines.conf;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.clairscore.drift.json.FlatMap;
import io.clairscore.drift.verdict.Bands;
import io.clairscore.drift.verdict.DriftPolicy;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.settings.Require;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is called drift, and what raises an alarm. A list is the limit from which on a change is
 * moderate, then the one from which on it is strong.
 *
 * @param rules whose rules decide: clairscore or evidently
 * @param limits of the statistics that decide, each under its own name: {@code psi}, {@code
 *     wasserstein}, ...; one that is not given has its standard ones
 * @param topFeatures so many most important columns are looked at one by one
 * @param importanceShare share of all importance that raises an alarm together, without a model
 * @param columnShare share of columns that raises an alarm by Evidently's rules
 * @param decisions what raises an alarm where a model is asked
 * @param explainedClients clients of each population, about, whose contributions attribute the
 *     shift of the mean score; all of a population that has no more
 * @param seed seed of their choice, and of the classifier between populations
 * @param meaning what is asked besides the columns
 */
public record DriftConf(
    String rules,
    @JsonUnwrapped @JsonSerialize(using = FlatMap.class) Map<Statistic, List<Double>> limits,
    int topFeatures,
    double importanceShare,
    double columnShare,
    DecisionConf decisions,
    int explainedClients,
    long seed,
    MeaningConf meaning) {

  public DriftConf {
    Require.that(
        List.of("clairscore", "evidently").contains(Require.present("drift.rules", rules)),
        "drift.rules",
        rules,
        "clairscore or evidently");
    Map<Statistic, List<Double>> ordered = new EnumMap<>(Statistic.class);
    limits.forEach((statistic, two) -> ordered.put(statistic, bands(statistic, two)));
    limits = Collections.unmodifiableMap(ordered);
    Require.that(topFeatures >= 0, "drift.topFeatures", topFeatures, "zero or more");
    share("drift.importanceShare", importanceShare);
    share("drift.columnShare", columnShare);
    Require.present("drift.decisions", decisions);
    Require.that(explainedClients >= 1, "drift.explainedClients", explainedClients, "at least 1");
    Require.present("drift.meaning", meaning);
  }

  /** These settings with other rules. */
  public DriftConf withRules(String others) {
    return new DriftConf(
        others,
        limits,
        topFeatures,
        importanceShare,
        columnShare,
        decisions,
        explainedClients,
        seed,
        meaning);
  }

  /** These settings as the library takes them. */
  public DriftPolicy policy() {
    Map<Statistic, Bands> bands = new EnumMap<>(Statistic.class);
    limits.forEach((statistic, two) -> bands.put(statistic, new Bands(two.get(0), two.get(1))));
    return new DriftPolicy(
        RuleSet.valueOf(rules.toUpperCase(Locale.ROOT)),
        DriftPolicy.withStandard(bands),
        DriftPolicy.STANDARD.slightPart(),
        DriftPolicy.STANDARD.level(),
        topFeatures,
        importanceShare,
        columnShare,
        decisions.limits());
  }

  private static List<Double> bands(Statistic statistic, List<Double> bands) {
    String setting = "drift." + statistic.key();
    List<Double> two = List.copyOf(Require.present(setting, bands));
    Require.that(
        statistic.standardLimits().isPresent(),
        setting,
        two,
        "left out: " + statistic.key() + " is told, but has no limits of its own");
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
