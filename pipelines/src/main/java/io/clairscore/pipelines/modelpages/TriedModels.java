package io.clairscore.pipelines.modelpages;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.ComparedThreshold;
import io.clairscore.pipelines.documents.DocumentTexts;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.training.CompactSize;
import io.clairscore.pipelines.training.GridPoint;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.pages.LadderPage;
import java.util.ArrayList;
import java.util.List;

/** What stands below the served model where there is no study: rules, and what training tried. */
record TriedModels(DescribedModel model) {

  List<LadderPage.Rung> rungs() {
    List<LadderPage.Rung> rungs = new ArrayList<>();
    model
        .account()
        .ifPresent(
            account -> {
              rungs.add(rule(account, ComparedThreshold.ACCEPT_ALL));
              rungs.add(rule(account, ComparedThreshold.REFUSE_ALL));
            });
    model
        .report()
        .ifPresent(
            report -> {
              if (report.choice().candidates().size() > 1) {
                report.choice().candidates().stream().map(TriedModels::point).forEach(rungs::add);
              }
              report.compactSizes().stream()
                  .filter(size -> !size.served())
                  .map(TriedModels::size)
                  .forEach(rungs::add);
            });
    return rungs;
  }

  private static LadderPage.Rung rule(Account account, ComparedThreshold rule) {
    Place place = account.place(rule);
    return new LadderPage.Rung(
        rule.name(),
        PageTexts.ofDocuments("rule." + rule),
        LadderPage.Kind.RULE,
        figures(place.training(), account),
        figures(place.holdOut(), account),
        null,
        null,
        null,
        null,
        List.of());
  }

  /** A rule tells nobody from anybody: it has no AUC. */
  private static LadderPage.Figures figures(Confusion confusion, Account account) {
    return new LadderPage.Figures(
        confusion.cost(account.costs()),
        null,
        null,
        null,
        confusion.accuracy(),
        Finite.orNull(confusion.recall()),
        confusion.refusalRate(),
        null);
  }

  private static LadderPage.Rung point(TrainReport.Candidate of) {
    GridPoint point = of.point();
    return new LadderPage.Rung(
        "depth=%d colsample=%s lambda=%s"
            .formatted(point.maxDepth(), point.colsampleBytree(), point.lambda()),
        PageTexts.in(
            language ->
                DocumentTexts.words(
                        "model.point",
                        "depth",
                        setting(language, point.maxDepth()),
                        "colsample",
                        setting(language, point.colsampleBytree()),
                        "lambda",
                        setting(language, point.lambda()))
                    .in(language)),
        LadderPage.Kind.SETTING,
        costAndAuc(of.cost(), Double.NaN),
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static LadderPage.Rung size(CompactSize size) {
    List<LadderPage.Difference> toAll =
        size.aucDifference() == null
            ? List.of()
            : List.of(
                new LadderPage.Difference(
                    "all",
                    PageTexts.say("size.all"),
                    Finite.interval(size.costDifference()),
                    null,
                    Finite.interval(size.aucDifference())));
    return new LadderPage.Rung(
        "features=" + size.features(),
        PageTexts.in(
            language ->
                PageTexts.say(language, "size", "count", setting(language, size.features()))),
        LadderPage.Kind.SIZE,
        costAndAuc(size.costPerClient(), size.auc()),
        null,
        null,
        null,
        null,
        null,
        toAll);
  }

  private static LadderPage.Figures costAndAuc(double cost, double auc) {
    return new LadderPage.Figures(
        Finite.orNull(cost), Finite.orNull(auc), null, null, null, null, null, null);
  }

  private static String setting(Language language, double value) {
    return new Figures(language).number(value, 4);
  }
}
