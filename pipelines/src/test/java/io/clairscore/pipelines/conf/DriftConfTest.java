package io.clairscore.pipelines.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.drift.verdict.Bands;
import io.clairscore.drift.verdict.DriftPolicy;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftConfTest {

  private static DriftConf conf(String... settings) {
    return ConfigurationReader.read(null, Map.of(), List.of(settings)).drift();
  }

  @Test
  void theLimitsOfTheYamlAreTheStandardOnesAndNoneIsMissing() {
    assertThat(conf().policy()).isEqualTo(DriftPolicy.STANDARD);
    assertThat(conf().limits()).containsOnlyKeys(Statistic.limited());
  }

  @Test
  void everyLimitOfDecisionsIsTakenAsWritten() {
    DriftPolicy policy =
        conf(
                "drift.decisions.scorePsi=[0.11, 0.26]",
                "drift.decisions.refusals=[0.03, 0.06]",
                "drift.decisions.segmentRefusals=0.04",
                "drift.decisions.segmentShare=0.07",
                "drift.decisions.meanScore=3.5",
                "drift.decisions.costMargins=1.5",
                "drift.decisions.refusedRows=0.08",
                "drift.psi=[0.2, 0.3]")
            .policy();

    assertThat(policy.decisions().toString())
        .isEqualTo(
            "DecisionLimits[scorePsi=Bands[moderate=0.11, strong=0.26], refusals=Bands[moderate=0.03,"
                + " strong=0.06], segmentShare=0.07, segmentRefusals=0.04, meanScore=3.5,"
                + " costMargins=1.5, refusedRows=0.08]");
    assertThat(policy.limits(Statistic.PSI)).isEqualTo(new Bands(0.2, 0.3));
    assertThat(policy.limits(Statistic.INFINITE))
        .isEqualTo(Statistic.INFINITE.standardLimits().orElseThrow());
  }

  @Test
  void aLimitOutOfItsBoundsIsRefusedByItsName() {
    for (String wrong :
        List.of(
            "drift.decisions.scorePsi=[0.2, 0.1]",
            "drift.decisions.refusals=[2, 5]",
            "drift.decisions.refusals=[0.02]",
            "drift.decisions.segmentRefusals=0",
            "drift.decisions.segmentShare=5",
            "drift.decisions.meanScore=-2",
            "drift.decisions.costMargins=0",
            "drift.decisions.refusedRows=1.5")) {
      assertThatThrownBy(() -> conf(wrong))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(wrong.substring(0, wrong.indexOf('=')));
    }
    assertThatThrownBy(() -> conf("drift.refusalRate=0.05"))
        .hasMessageContaining("there is no setting drift.refusalRate");
  }
}
