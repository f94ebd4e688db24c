package io.clairscore.service.monitoring;

import io.clairscore.drift.meaning.EstimatedFigure;
import io.clairscore.drift.meaning.Interval;
import io.clairscore.drift.meaning.PerformanceEstimate;
import java.util.List;

/** Performance as it is shown: what is estimated, and what was observed. */
final class PerformanceViews {
  private PerformanceViews() {}

  static MonitoringReport.Estimated estimated(PredictionFigures figures) {
    PerformanceEstimate estimate = figures.estimate();
    return new MonitoringReport.Estimated(
        "estimated",
        estimate.clients(),
        estimate.measuredOn(),
        estimate.figures().stream().map(PerformanceViews::estimated).toList());
  }

  private static MonitoringReport.EstimatedFigureView estimated(EstimatedFigure figure) {
    return new MonitoringReport.EstimatedFigureView(
        figure.figure().name(),
        Reporter.orNull(figure.estimated()),
        Reporter.orNull(figure.bound()),
        Reporter.orNull(figure.realised().value()),
        Reporter.orNull(figure.realised().low()),
        Reporter.orNull(figure.realised().high()),
        figure.differs());
  }

  static MonitoringReport.Observed observed(
      ObservedPerformance observed, ModelReference reference) {
    return new MonitoringReport.Observed(
        "observed",
        observed.known(),
        observed.outcomes().accepted().clients(),
        observed.defaults(),
        observed.known() == 0
            ? List.of()
            : List.of(
                observed("DEFAULT_RATE", observed.defaultRate(), reference),
                observed("COST_PER_CLIENT", observed.costPerClient(), reference),
                observed("ACCURACY", observed.accuracy(), reference),
                observed("AUC", observed.auc(), reference)));
  }

  private static MonitoringReport.ObservedFigure observed(
      String figure, Interval measured, ModelReference reference) {
    Double training =
        reference.heldOut().entrySet().stream()
            .filter(known -> known.getKey().name().equals(figure))
            .map(known -> known.getValue().value())
            .findFirst()
            .orElse(null);
    return new MonitoringReport.ObservedFigure(
        figure,
        Reporter.orNull(measured.value()),
        Reporter.orNull(measured.low()),
        Reporter.orNull(measured.high()),
        training);
  }
}
