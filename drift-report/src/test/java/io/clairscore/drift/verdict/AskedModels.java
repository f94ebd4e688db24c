package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.EstimatedFigure;
import io.clairscore.drift.meaning.Interval;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.meaning.PerformanceEstimate;
import io.clairscore.drift.meaning.SegmentTally;
import io.clairscore.drift.meaning.Segmentation;
import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.features.text.Text;
import java.util.List;
import java.util.Map;

/** Populations, and a model that was asked about them. */
final class AskedModels {
  static final int ROWS = 5000;
  static final Map<String, Double> IMPORTANCES = Map.of("read", 9.0, "minor", 1.0);

  private AskedModels() {}

  /** The columns of both populations; the most important one moves clearly. */
  static DatasetVerdict verdict(DriftOptions options) {
    return DriftReport.of(
            columns(0).profile(), columns(0.6).profile(), options.withImportances(IMPORTANCES))
        .verdict();
  }

  static Populations columns(double shift) {
    long seed = shift == 0 ? 1 : 2;
    return new Populations(ROWS)
        .real("read", DriftReportTest.shifted(DriftReportTest.normal(seed, ROWS), shift))
        .real("minor", DriftReportTest.normal(10 + seed, ROWS))
        .real("protected", DriftReportTest.normal(20 + seed, ROWS));
  }

  static DriftOptions asked(ModelImpact model) {
    return DriftOptions.STANDARD.with(model);
  }

  /** A model whose scores move by something, one column by something, refusals from to. */
  static ModelImpact model(double scores, double read, double before, double after) {
    return model(ROWS, scores, read, before, after);
  }

  static ModelImpact model(int clients, double scores, double read, double before, double after) {
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

  static Meaning cost(double realised, double estimated) {
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
  static Meaning segments(int clients, int small, int before, int after) {
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

  static List<Cause> causes(DatasetVerdict verdict) {
    return verdict.reasons().stream().map(AlarmReason::cause).toList();
  }
}
