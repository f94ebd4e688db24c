package io.clairscore.pipelines.study.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RiskZoneTest {

  private static EffectBin bin(Double from, Double upTo, double effect) {
    Double accumulated = from == null ? null : effect;
    return new EffectBin(
        from, upTo, 10, effect, accumulated, 0, 0, 0, effect > 0 ? 0.2 : 0.1, 0, 0);
  }

  @Test
  void joinsNeighboursThatMoveTheRiskTheSameWay() {
    List<RiskZone> zones =
        RiskZone.of(
            new FeatureEffect(
                "F",
                "F",
                "F",
                List.of(
                    bin(0.0, 1.0, 0.4),
                    bin(1.0, 2.0, 0.2),
                    bin(2.0, 3.0, 0.05),
                    bin(3.0, 4.0, -0.3),
                    bin(null, null, -0.2))));
    assertThat(zones)
        .extracting(RiskZone::kind)
        .containsExactly(
            RiskZone.Kind.RAISED,
            RiskZone.Kind.NEUTRAL,
            RiskZone.Kind.LOWERED,
            RiskZone.Kind.LOWERED);
    assertThat(zones.get(0).from()).isZero();
    assertThat(zones.get(0).upTo()).isEqualTo(2);
    assertThat(zones.get(0).clients()).isEqualTo(20);
    assertThat(zones.get(0).effect()).isCloseTo(0.3, within(1e-12));
    assertThat(zones.get(3).from()).isNull();
  }
}
