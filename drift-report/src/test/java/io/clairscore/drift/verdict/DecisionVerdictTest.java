package io.clairscore.drift.verdict;

import static io.clairscore.drift.verdict.AskedModels.IMPORTANCES;
import static io.clairscore.drift.verdict.AskedModels.ROWS;
import static io.clairscore.drift.verdict.AskedModels.asked;
import static io.clairscore.drift.verdict.AskedModels.causes;
import static io.clairscore.drift.verdict.AskedModels.columns;
import static io.clairscore.drift.verdict.AskedModels.cost;
import static io.clairscore.drift.verdict.AskedModels.model;
import static io.clairscore.drift.verdict.AskedModels.segments;
import static io.clairscore.drift.verdict.AskedModels.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.meaning.CorrelationShift;
import io.clairscore.drift.meaning.DomainShift;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.PairShift;
import io.clairscore.features.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An alarm is what moves decisions; data that changed are watched. */
class DecisionVerdictTest {
  @Test
  void dataThatChangedWhileDecisionsDidNotAreWatched() {
    Meaning told =
        Meaning.NONE
            .with(DomainShift.of(ROWS, ROWS, 3, 0.9, 0.55, 0.65, List.of()))
            .with(
                new CorrelationShift(
                    0.15, 1, List.of(new PairShift("read", "minor", 0, 0.4, 0.001, true))));
    DatasetVerdict verdict = verdict(asked(model(0, 1.9, 0.25, 0.26)).with(told));

    assertThat(verdict.byImportance().importantDrifted()).containsExactly("read");
    assertThat(verdict.data()).isEqualTo(Severity.STRONG);
    assertThat(verdict.decisions()).isEqualTo(DecisionShift.UNMOVED);
    assertThat(verdict.status()).isEqualTo(Status.WATCH);
    assertThat(verdict.severity()).isEqualTo(Severity.SLIGHT);
    assertThat(verdict.action()).isEqualTo(Action.WATCH);
    assertThat(verdict.alarm()).isFalse();
  }

  @Test
  void theSameDataWithoutAModelAreAnAlarmToLookInto() {
    DatasetVerdict verdict = verdict(DriftOptions.STANDARD);

    assertThat(causes(verdict)).containsExactly(Cause.IMPORTANT_COLUMNS, Cause.DRIFTED_SHARE);
    assertThat(verdict.decisions()).isEqualTo(DecisionShift.NOT_ASKED);
    assertThat(verdict.action()).isEqualTo(Action.INVESTIGATE);
    assertThat(verdict.severity()).isEqualTo(Severity.MODERATE);
  }

  @Test
  void scoresOfAnotherDistributionAreAnAlarmAndFromTheSecondLimitOnAReasonToTrainAgain() {
    DatasetVerdict moved = verdict(asked(model(0.38, 0, 0.25, 0.25)));
    DatasetVerdict outdated = verdict(asked(model(0.6, 0, 0.25, 0.25)));

    assertThat(causes(moved)).containsExactly(Cause.SCORE_PSI);
    assertThat(moved.reasons().get(0).after()).isBetween(0.10, 0.25);
    assertThat(moved.action()).isEqualTo(Action.INVESTIGATE);
    assertThat(moved.decisions()).isEqualTo(DecisionShift.MOVED);
    assertThat(outdated.action()).isEqualTo(Action.RETRAIN);
    assertThat(outdated.decisions()).isEqualTo(DecisionShift.OUTDATED);
    // A standard deviation of 0.2 is drift of a column, and none of scores.
    assertThat(verdict(asked(model(0.2, 0, 0.25, 0.25))).alarm()).isFalse();
  }

  @Test
  void refusalsThatMoveBeyondTheLimitAndChanceAreAnAlarm() {
    DatasetVerdict moved = verdict(asked(model(0, 0, 0.25, 0.275)));
    DatasetVerdict outdated = verdict(asked(model(0, 0, 0.25, 0.19)));

    assertThat(causes(moved)).containsExactly(Cause.REFUSALS);
    assertThat(moved.action()).isEqualTo(Action.INVESTIGATE);
    assertThat(outdated.action()).isEqualTo(Action.RETRAIN);
    assertThat(verdict(asked(model(0, 0, 0.25, 0.269))).alarm()).as("below 2 points").isFalse();
    assertThat(verdict(asked(model(500, 0, 0, 0.25, 0.28))).alarm())
        .as("3 points of 500 clients are chance")
        .isFalse();
  }

  @Test
  void aLargeSegmentWhoseRefusalsMoveIsAnAlarm() {
    DriftOptions asked = asked(model(0, 0, 0.25, 0.25));
    DatasetVerdict moved = verdict(asked.with(segments(4000, 1000, 250, 330)));

    assertThat(causes(moved)).containsExactly(Cause.SEGMENT_REFUSALS);
    assertThat(moved.reasons().get(0).labels())
        .extracting(Text::english)
        .containsExactly("Income", "b");
    assertThat(moved.action()).isEqualTo(Action.INVESTIGATE);
    assertThat(verdict(asked.with(segments(4800, 200, 250, 400))).alarm())
        .as("less than 5 % of the clients")
        .isFalse();
    assertThat(verdict(asked.with(segments(4000, 1000, 250, 280))).alarm())
        .as("3 points of 1,000 clients are chance")
        .isFalse();
    assertThat(verdict(asked.with(segments(10_000, 90_000, 268, 255))).alarm())
        .as("1.3 points of 90,000 clients are no chance, and too little")
        .isFalse();
  }

  @Test
  void aCostWorseThanItsMarginIsAReasonToTrainAgainAndABetterOneIsNone() {
    DriftOptions asked = asked(model(0, 0, 0.25, 0.25));
    DatasetVerdict worse = verdict(asked.with(cost(0.5, 0.551)));

    assertThat(causes(worse)).containsExactly(Cause.COST);
    assertThat(worse.action()).isEqualTo(Action.RETRAIN);
    assertThat(worse.reasons().get(0).limit()).isBetween(0.5499, 0.5501);
    assertThat(verdict(asked.with(cost(0.5, 0.549))).alarm()).isFalse();
    assertThat(verdict(asked.with(cost(0.5, 0.4))).alarm()).isFalse();
  }

  @Test
  void anImportantColumnThatDriftsAndShiftsTheMeanScoreIsAnAlarm() {
    DatasetVerdict moved = verdict(asked(model(0, -2.1, 0.25, 0.25)));

    assertThat(causes(moved)).containsExactly(Cause.MEAN_SCORE);
    assertThat(moved.reasons().get(0).name()).isEqualTo("read");
    assertThat(moved.action()).isEqualTo(Action.INVESTIGATE);
    DatasetVerdict calm =
        DriftReport.of(
                columns(0).profile(),
                columns(0).profile(),
                asked(model(0, -2.1, 0.25, 0.25)).withImportances(IMPORTANCES))
            .verdict();
    assertThat(calm.alarm()).as("the column does not drift").isFalse();
  }

  @Test
  void everyLimitCanBeSet() {
    DecisionLimits wide = new DecisionLimits(new Bands(9, 9), new Bands(1, 1), 1, 1, 99, 9, 1);
    DriftOptions bad =
        asked(model(1, 20, 0.25, 0.5))
            .with(
                new Meaning(
                    cost(0.5, 0.7).performance(),
                    segments(4000, 1000, 250, 500).segments(),
                    DomainShift.NONE,
                    CorrelationShift.NONE));

    assertThat(causes(verdict(bad)))
        .containsExactly(
            Cause.SCORE_PSI, Cause.REFUSALS, Cause.SEGMENT_REFUSALS, Cause.COST, Cause.MEAN_SCORE);
    assertThat(verdict(bad.with(DriftPolicy.STANDARD.with(wide))).alarm()).isFalse();
  }
}
