package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.pages.MetricsPage;
import io.clairscore.scorer.pages.PageInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every metric of the served model with its interval, from the clients its training judged; where
 * they are gone, what the training's report holds.
 */
final class MeasuredModel {
  /** As many as the training's own intervals have, from the same seed: they are the same. */
  private static final int RESAMPLES = 1000;

  private static final Set<Metric> BETTER_HIGHER =
      Set.of(
          Metric.AUC,
          Metric.KS,
          Metric.GINI,
          Metric.ACCURACY,
          Metric.RECALL,
          Metric.TRUE_POSITIVES,
          Metric.TRUE_NEGATIVES);
  private static final Set<Metric> NEITHER =
      Set.of(Metric.ACCEPT_ALL_COST, Metric.REFUSE_ALL_COST, Metric.REFUSAL_RATE);

  private MeasuredModel() {}

  /** From the clients. */
  static MetricsPage of(Account account) {
    Estimate[] training = estimates(account, fold -> fold != ScoredClients.HOLD_OUT);
    Estimate[] holdOut = estimates(account, fold -> fold == ScoredClients.HOLD_OUT);
    List<MetricsPage.Measured> measures = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      measures.add(
          measured(
              metric,
              Finite.interval(training[metric.ordinal()]),
              Finite.interval(holdOut[metric.ordinal()])));
    }
    for (PageMetric metric : PageMetric.values()) {
      int place = Metric.values().length + metric.ordinal();
      measures.add(
          new MetricsPage.Measured(
              metric.name().toLowerCase(Locale.ROOT),
              PageTexts.say("metric." + metric),
              PageTexts.say("meaning." + metric),
              metric == PageMetric.AVERAGE_PRECISION
                  ? MetricsPage.Kind.RATE
                  : MetricsPage.Kind.SHARE,
              MetricsPage.Better.HIGHER,
              Finite.interval(training[place]),
              Finite.interval(holdOut[place])));
    }
    return page(measures, account.run().report(), account.costs());
  }

  /** From the report alone: no interval out of fold. */
  static MetricsPage of(TrainReport report, BusinessConf costs) {
    return page(
        Arrays.stream(Metric.values())
            .map(
                metric ->
                    measured(
                        metric,
                        Finite.alone(report.crossFitted().outOfFold().get(metric)),
                        Finite.interval(report.holdOut().get(metric))))
            .toList(),
        report,
        costs);
  }

  private static Estimate[] estimates(Account account, java.util.function.IntPredicate ofFold) {
    Decisions decisions = account.run().decided().where(ofFold);
    return new Bootstrap(RESAMPLES, account.run().settings().seed())
        .estimates(decisions.size(), PageMetric.measuring(decisions, account.costs()));
  }

  private static MetricsPage page(
      List<MetricsPage.Measured> measures, TrainReport report, BusinessConf costs) {
    return new MetricsPage(
        measures,
        report.crossFitted().folds().stream()
            .map(
                fold ->
                    new MetricsPage.Fold(
                        fold.fold(),
                        fold.clients(),
                        fold.defaults(),
                        fold.rounds(),
                        Finite.orNull(fold.auc()),
                        Finite.orNull(fold.costPerClient())))
            .toList(),
        costs.falseNegativeCost(),
        costs.falsePositiveCost());
  }

  private static MetricsPage.Measured measured(
      Metric metric, PageInterval outOfFold, PageInterval holdOut) {
    return new MetricsPage.Measured(
        metric.key(),
        PageTexts.ofDocuments("metric." + metric),
        PageTexts.say("meaning." + metric),
        MetricsPage.Kind.valueOf(metric.kind().name()),
        NEITHER.contains(metric)
            ? MetricsPage.Better.NEITHER
            : BETTER_HIGHER.contains(metric) ? MetricsPage.Better.HIGHER : MetricsPage.Better.LOWER,
        outOfFold,
        holdOut);
  }
}
