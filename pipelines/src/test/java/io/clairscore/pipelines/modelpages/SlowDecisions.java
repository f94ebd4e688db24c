package io.clairscore.pipelines.modelpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.evaluation.SlowEvidence;
import io.clairscore.scorer.pages.DecisionCounts;
import io.clairscore.scorer.pages.OutcomeFigures;
import io.clairscore.scorer.pages.ThresholdsPage;
import java.util.List;

/** What is told of decisions against counts by loops. */
final class SlowDecisions {
  private SlowDecisions() {}

  static void assertCounts(DecisionCounts counts, SlowEvidence.Counts slow) {
    assertThat(
            List.of(
                counts.truePositives(),
                counts.falseNegatives(),
                counts.falsePositives(),
                counts.trueNegatives()))
        .containsExactly(slow.tp(), slow.fn(), slow.fp(), slow.tn());
  }

  static Double ratio(long of, long all) {
    return all == 0 ? null : (double) of / all;
  }

  static void assertFigures(OutcomeFigures figures, long right, long decided, long have) {
    assertThat(figures.precision()).isEqualTo(ratio(right, decided));
    assertThat(figures.recall()).isEqualTo(ratio(right, have));
    assertThat(figures.f1()).isEqualTo(ratio(2 * right, decided + have));
  }

  static void assertEffect(ThresholdsPage.Effect effect, SlowEvidence.Counts slow) {
    assertCounts(effect.counts(), slow);
    assertFigures(effect.defaulted(), slow.tp(), slow.tp() + slow.fp(), slow.tp() + slow.fn());
    assertFigures(effect.repaid(), slow.tn(), slow.tn() + slow.fn(), slow.tn() + slow.fp());
    assertThat(effect.cost()).isCloseTo(slow.cost(), within(1e-12));
    assertThat(effect.refusalRate()).isEqualTo(slow.refused());
    assertThat(effect.accuracy()).isEqualTo(slow.accuracy());
  }
}
