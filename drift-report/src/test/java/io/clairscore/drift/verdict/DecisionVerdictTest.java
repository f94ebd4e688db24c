package io.clairscore.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.meaning.CorrelationShift;
import io.clairscore.drift.meaning.DomainShift;
import io.clairscore.drift.meaning.EstimatedFigure;
import io.clairscore.drift.meaning.Interval;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.meaning.PairShift;
import io.clairscore.drift.meaning.PerformanceEstimate;
import io.clairscore.drift.meaning.SegmentTally;
import io.clairscore.drift.meaning.Segmentation;
import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.features.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An alarm is what moves decisions; data that changed are watched. */
class DecisionVerdictTest {
  private static final int ROWS = 5000;
  private static final Map<String, Double> IMPORTANCES = Map.of("read", 9.0, "minor", 1.0);

  /** The columns of both populations; the most important one moves clearly. */
  private static DatasetVerdict verdict(DriftOptions options) {
    return DriftReport.of(
            columns(0).profile(), columns(0.6).profile(), options.withImportances(IMPORTANCES))
        .verdict();
  }

  private static Populations columns(double shift) {
    long seed = shift == 0 ? 1 : 2;
    return new Populations(ROWS)
        .real("read", DriftReportTest.shifted(DriftReportTest.normal(seed, ROWS), shift))
        .real("minor", DriftReportTest.normal(10 + seed, ROWS))
        .real("protected", DriftReportTest.normal(20 + seed, ROWS));
  }

  private static DriftOptions asked(ModelImpact model) {
    return DriftOptions.STANDARD.with(model);
  }

  /** A model whose scores move by something, one column by something, refusals from to. */
  private static ModelImpact model(double scores, double read, double before, double after) {
    return model(ROWS, scores, read, before, after);
  }

  private static ModelImpact model(
      int clients, double scores, double read, double before, double after) {
    return new ModelImpact(
        points(clients, 3, 0),
        points(clients, 4, scores),
        600,
        600 + read,
        Map.of("read", read),
        before,
        after);
  }

  private static NumberProfile points(int clients, long seed, double shift) {
    double[] points = DriftReportTest.normal(seed, clients);
    for (int i = 0; i < clients; i++) {
      points[i] = Math.rint(600 + 60 * (points[i] + shift));
    }
    return (NumberProfile)
        new Populations(clients).real("points", points).profile().column("points").orElseThrow();
  }

  private static Meaning cost(double realised, double estimated) {
    return Meaning.NONE.with(
        new PerformanceEstimate(
            List.of(
                new EstimatedFigure(
                    OutcomeFigure.COST_PER_CLIENT,
                    new Interval(realised, realised - 0.03, realised + 0.03),
                    estimated,
                    0.04)),
            1000,
            ROWS));
  }

  /** One large segment and one of a given size, each with so many refused of 1,000. */
  private static Meaning segments(int clients, int small, int before, int after) {
    return Meaning.NONE.with(
        List.of(
            Segmentation.of(
                "NAME_INCOME_TYPE",
                new Text("Revenu", "Income"),
                Map.of("a", tally(clients, 250), "b", tally(small, before)),
                Map.of("a", tally(clients, 250), "b", tally(small, after)),
                value -> new Text(value, value))));
  }

  private static SegmentTally tally(int clients, int refused) {
    return new SegmentTally(
        clients, 600.0 * clients, 600.0 * 600 * clients, Math.round(refused * clients / 1000.0));
  }

  private static List<Cause> causes(DatasetVerdict verdict) {
    return verdict.reasons().stream().map(AlarmReason::cause).toList();
  }

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
  void aSourceIsBrokenIfAColumnThatTheModelReadsIsEmptyConstantOrGone() {
    for (String broken : List.of("empty", "constant", "gone", "infinite")) {
      for (String column : List.of("read", "protected")) {
        Populations after = new Populations(ROWS);
        for (String name : List.of("read", "minor", "protected")) {
          if (!name.equals(column)) {
            after.real(name, DriftReportTest.normal(name.length(), ROWS));
          } else if (!broken.equals("gone")) {
            after.real(name, values(broken));
          }
        }
        DatasetVerdict verdict =
            DriftReport.of(
                    columns(0).profile(),
                    after.profile(),
                    asked(model(0, 0, 0.25, 0.25)).withImportances(IMPORTANCES))
                .verdict();

        boolean read = column.equals("read");
        assertThat(verdict.alarm()).as(broken + " " + column).isEqualTo(read);
        assertThat(verdict.action()).isEqualTo(read ? Action.CORRECT_SOURCE : Action.WATCH);
        if (read) {
          assertThat(causes(verdict)).containsExactly(Cause.SOURCE);
          assertThat(verdict.byImportance().broken()).containsExactly("read");
        }
      }
    }
  }

  private static double[] values(String broken) {
    double[] values = DriftReportTest.normal(5, ROWS);
    int changed = broken.equals("infinite") ? ROWS / 50 : ROWS;
    Arrays.fill(
        values,
        0,
        changed,
        broken.equals("empty")
            ? Double.NaN
            : broken.equals("constant") ? 0 : Double.POSITIVE_INFINITY);
    return values;
  }

  @Test
  void aTypeThatNobodyChoosesAnyMoreIsNoBrokenSourceIfItWasRare() {
    String[] before = DriftReportTest.categories("cash", 4500, "revolving", 500);
    String[] after = DriftReportTest.categories("cash", ROWS);
    String[] half = DriftReportTest.categories("cash", 2500, "revolving", 2500);

    assertThat(event(before, after).kind()).isEqualTo(ColumnEvent.Kind.LOST_VALUES);
    assertThat(event(half, after).kind()).isEqualTo(ColumnEvent.Kind.CONSTANT);
  }

  private static ColumnEvent event(String[] before, String[] after) {
    return DriftReport.of(
            new Populations(ROWS).categories("type", before).profile(),
            new Populations(ROWS).categories("type", after).profile(),
            DriftOptions.STANDARD)
        .rows()
        .get(0)
        .event();
  }

  @Test
  void manyRefusedRowsAreABrokenSource() {
    DriftOptions asked = asked(model(0, 0, 0.25, 0.25));
    for (int refused : new int[] {200, 400}) {
      DataQuality quality =
          new DataQuality(
              List.of(new TableQuality("bureau", 5000, 5000, refused, 0, refused)), List.of());
      DatasetVerdict verdict = verdict(asked.with(quality));
      assertThat(causes(verdict))
          .isEqualTo(refused == 400 ? List.of(Cause.REFUSED_ROWS) : List.of());
    }
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
