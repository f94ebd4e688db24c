package io.clairscore.pipelines.drift;

import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.pipelines.conf.DriftConf;
import java.util.ArrayList;
import java.util.List;

/**
 * What raises an alarm: the verdict of the rules, the score among them, and the refusal rate.
 *
 * @param codes {@code verdict}, {@code refusalRate}
 */
record Alerts(List<String> codes) {
  static final String VERDICT = "verdict";
  static final String REFUSALS = "refusalRate";

  Alerts {
    codes = List.copyOf(codes);
  }

  static Alerts of(DriftReport report, DriftConf conf) {
    List<String> codes = new ArrayList<>();
    if (report.verdict().alarm()) {
      codes.add(VERDICT);
    }
    boolean refusals =
        report
            .model()
            .map(of -> Math.abs(of.currentRefusals() - of.referenceRefusals()))
            .filter(change -> change >= conf.refusalRate())
            .isPresent();
    if (refusals) {
      codes.add(REFUSALS);
    }
    return new Alerts(codes);
  }

  boolean any() {
    return !codes.isEmpty();
  }
}
