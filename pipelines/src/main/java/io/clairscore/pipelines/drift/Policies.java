package io.clairscore.pipelines.drift;

import io.clairscore.drift.verdict.Bands;
import io.clairscore.drift.verdict.DriftPolicy;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.pipelines.conf.DriftConf;
import java.util.List;
import java.util.Locale;

/** The limits of the configuration as the library takes them. */
final class Policies {
  private Policies() {}

  static DriftPolicy of(DriftConf conf) {
    DriftPolicy standard = DriftPolicy.STANDARD;
    return new DriftPolicy(
        RuleSet.valueOf(conf.rules().toUpperCase(Locale.ROOT)),
        bands(conf.psi()),
        bands(conf.wasserstein()),
        bands(conf.jensenShannon()),
        bands(conf.missing()),
        bands(conf.categories()),
        standard.infinite(),
        standard.slightPart(),
        standard.level(),
        conf.topFeatures(),
        conf.importanceShare(),
        conf.columnShare());
  }

  private static Bands bands(List<Double> limits) {
    return new Bands(limits.get(0), limits.get(1));
  }
}
