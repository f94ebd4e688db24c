package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.scorer.pages.ClassificationReport;
import io.clairscore.scorer.pages.DecisionCounts;
import io.clairscore.scorer.pages.OutcomeFigures;
import io.clairscore.scorer.pages.PagePart;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Decisions about clients whose outcome is known, as the pages tell them. */
final class OutcomeReports {
  private OutcomeReports() {}

  static DecisionCounts counts(Confusion confusion) {
    return new DecisionCounts(
        confusion.truePositives(),
        confusion.falseNegatives(),
        confusion.falsePositives(),
        confusion.trueNegatives());
  }

  /** The clients who defaulted; those who repaid by {@link Confusion#mirrored}. */
  static OutcomeFigures figures(Confusion confusion) {
    return new OutcomeFigures(
        Finite.orNull(confusion.precision()),
        Finite.orNull(confusion.recall()),
        Finite.orNull(confusion.f1()));
  }

  static ClassificationReport report(PagePart part, Confusion confusion, BusinessConf costs) {
    List<ClassificationReport.Outcome> outcomes =
        List.of(outcome(0, confusion.mirrored()), outcome(1, confusion));
    return new ClassificationReport(
        part,
        confusion.clients(),
        confusion.accuracy(),
        confusion.cost(costs),
        outcomes,
        mean(outcomes, outcome -> 0.5),
        mean(outcomes, ClassificationReport.Outcome::share),
        counts(confusion));
  }

  private static ClassificationReport.Outcome outcome(int target, Confusion confusion) {
    return new ClassificationReport.Outcome(
        target,
        PageTexts.say("outcome." + target),
        figures(confusion),
        confusion.defaults(),
        (double) confusion.defaults() / confusion.clients());
  }

  private static OutcomeFigures mean(
      List<ClassificationReport.Outcome> outcomes,
      ToDoubleFunction<ClassificationReport.Outcome> weight) {
    return new OutcomeFigures(
        mean(outcomes, weight, OutcomeFigures::precision),
        mean(outcomes, weight, OutcomeFigures::recall),
        mean(outcomes, weight, OutcomeFigures::f1));
  }

  /** No mean where a part of it does not exist. */
  private static Double mean(
      List<ClassificationReport.Outcome> outcomes,
      ToDoubleFunction<ClassificationReport.Outcome> weight,
      Function<OutcomeFigures, Double> figure) {
    double sum = 0;
    for (ClassificationReport.Outcome outcome : outcomes) {
      Double value = figure.apply(outcome.figures());
      if (value == null) {
        return null;
      }
      sum += weight.applyAsDouble(outcome) * value;
    }
    return sum;
  }
}
