package io.clairscore.drift.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PerformanceEstimateTest {
  private static final int RUNS = 300;
  private static final int CLIENTS = 3000;
  private static final double MISSED = 10;
  private static final double LOST = 1;

  private static PerformanceEstimate estimate(SimulatedClients clients) {
    return PerformanceEstimate.of(clients.tally(), MISSED, LOST, Map.of(), 0);
  }

  @ParameterizedTest
  @EnumSource(OutcomeFigure.class)
  void outcomesOfAShiftedMixLieWithinTheBoundsAsOftenAsTheyShould(OutcomeFigure figure) {
    int within = 0;
    double error = 0;
    double bounds = 0;
    for (int run = 0; run < RUNS; run++) {
      SimulatedClients clients = SimulatedClients.of(CLIENTS, 0.5, 0, 1000 + run);
      EstimatedFigure estimated = estimate(clients).figure(figure).orElseThrow();
      double realised = clients.realised(figure, MISSED, LOST);
      within += Math.abs(realised - estimated.estimated()) <= estimated.bound() + 1e-12 ? 1 : 0;
      error += (realised - estimated.estimated()) / RUNS;
      bounds += estimated.bound() / RUNS;
    }
    if (figure == OutcomeFigure.REFUSAL_RATE) {
      assertThat(within).isEqualTo(RUNS);
      assertThat(bounds).isZero();
    } else {
      // 95 % of 300 is 285 ± 7.5; the bound of an AUC (Hanley and McNeil) is known to be wide.
      assertThat(within)
          .isBetween(
              figure == OutcomeFigure.AUC ? 272 : 274, figure == OutcomeFigure.AUC ? 300 : 296);
      // A mean over 300 runs has a bound 17 times narrower; three times that is no chance.
      assertThat(error).isCloseTo(0, within(1.5 * bounds / Math.sqrt(RUNS)));
    }
  }

  @Test
  void aRiskThatChangedAtTheSameProbabilitiesIsNotSeen() {
    SimulatedClients clients = SimulatedClients.of(CLIENTS, 0, 0.7, 5);
    EstimatedFigure defaults = estimate(clients).figure(OutcomeFigure.DEFAULT_RATE).orElseThrow();

    // The assumption the page states: this is drift of the concept, and no estimate can tell.
    assertThat(clients.realised(OutcomeFigure.DEFAULT_RATE, MISSED, LOST))
        .isGreaterThan(defaults.estimated() + defaults.bound());
    assertThat(defaults.estimated())
        .isEqualTo(
            estimate(SimulatedClients.of(CLIENTS, 0, 0, 5))
                .figure(OutcomeFigure.DEFAULT_RATE)
                .orElseThrow()
                .estimated());
  }

  @Test
  void theExpectedAucIsThatOfALoopOverAllPairs() {
    SimulatedClients clients = SimulatedClients.of(400, 0, 0, 9);
    double ordered = 0;
    double pairs = 0;
    for (int i = 0; i < 400; i++) {
      for (int j = 0; j < 400; j++) {
        if (i != j) {
          double pair = clients.probability()[i] * (1 - clients.probability()[j]);
          pairs += pair;
          int order = Integer.compare(clients.points()[j], clients.points()[i]);
          ordered += pair * (1 + order) / 2;
        }
      }
    }
    assertThat(clients.tally().auc()).isCloseTo(ordered / pairs, within(1e-12));
  }

  @Test
  void talliesOfPartsAddUp() {
    SimulatedClients clients = SimulatedClients.of(500, 0, 0, 3);
    OutcomeAccumulator first = new OutcomeAccumulator();
    OutcomeAccumulator second = new OutcomeAccumulator();
    for (int i = 0; i < 500; i++) {
      (i < 200 ? first : second)
          .add(clients.points()[i], clients.probability()[i], clients.refused()[i]);
    }
    OutcomeTally sum = first.tally().plus(second.tally());
    OutcomeTally whole = clients.tally();

    assertThat(sum.clients()).isEqualTo(whole.clients());
    assertThat(sum.byPoints().keySet()).isEqualTo(whole.byPoints().keySet());
    assertThat(sum.refused().defaults()).isCloseTo(whole.refused().defaults(), within(1e-12));
    assertThat(sum.auc()).isCloseTo(whole.auc(), within(1e-12));
    assertThat(OutcomeTally.EMPTY.plus(whole)).isEqualTo(whole);
  }

  @Test
  void aFigureDiffersOnlyBeyondBothMargins() {
    Map<OutcomeFigure, Interval> realised = new EnumMap<>(OutcomeFigure.class);
    realised.put(OutcomeFigure.DEFAULT_RATE, new Interval(0.08, 0.076, 0.084));
    PerformanceEstimate same =
        PerformanceEstimate.of(
            SimulatedClients.of(CLIENTS, 0, 0, 4).tally(), MISSED, LOST, realised, 9000);
    PerformanceEstimate other =
        PerformanceEstimate.of(
            SimulatedClients.of(CLIENTS, 0.5, 0, 4).tally(), MISSED, LOST, realised, 9000);

    assertThat(same.figure(OutcomeFigure.DEFAULT_RATE).orElseThrow().differs()).isFalse();
    assertThat(other.figure(OutcomeFigure.DEFAULT_RATE).orElseThrow().differs()).isTrue();
    assertThat(other.figure(OutcomeFigure.AUC).orElseThrow().differs())
        .as("nothing measured")
        .isFalse();
    assertThat(PerformanceEstimate.of(OutcomeTally.EMPTY, MISSED, LOST, realised, 9).figures())
        .isEmpty();
  }
}
