package io.clairscore.pipelines.modelpages;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.ComparedThreshold;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.documents.DocumentTexts;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.Reliability;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.Comparison;
import io.clairscore.pipelines.training.CompactSize;
import io.clairscore.pipelines.training.GridPoint;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.pages.LadderPage;
import io.clairscore.scorer.pages.PageWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models beside each other: those of a study, or what the training itself tried. */
record ServedLadder(DescribedModel model) {

  LadderPage page() {
    List<LadderPage.Rung> rungs = new ArrayList<>();
    model.study().ifPresentOrElse(study -> rungs.addAll(candidates(study)), () -> tried(rungs));
    model.report().ifPresent(report -> rungs.add(served(report)));
    return new LadderPage(study(), model.study().isPresent(), rungs);
  }

  private PageWords study() {
    if (model.study().isEmpty()) {
      return PageTexts.ofDocuments("models.none");
    }
    String run = model.study().get().run();
    return run.equals(model.run())
        ? PageTexts.ofDocuments("models.some", "run", run)
        : PageTexts.ofDocuments("study.other", "run", run);
  }

  private void tried(List<LadderPage.Rung> rungs) {
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
                report.choice().candidates().stream().map(ServedLadder::point).forEach(rungs::add);
              }
              report.compactSizes().stream()
                  .filter(size -> !size.served())
                  .map(ServedLadder::size)
                  .forEach(rungs::add);
            });
  }

  private static List<LadderPage.Rung> candidates(FoundStudy study) {
    List<Comparison> comparisons = study.results().models().comparisons();
    return study.results().models().candidates().stream()
        .map(candidate -> candidate(candidate, comparisons))
        .toList();
  }

  private static LadderPage.Rung candidate(
      CandidateResult candidate, List<Comparison> comparisons) {
    return new LadderPage.Rung(
        candidate.candidate(),
        PageTexts.ofStudy(candidate.candidate()),
        LadderPage.Kind.CANDIDATE,
        figures(candidate.outOfFold().metrics(), candidate.outOfFold().calibrationError()),
        figures(candidate.holdOut().metrics(), candidate.holdOut().calibrationError()),
        Finite.orNull(candidate.threshold()),
        Finite.orNull(candidate.seenAuc()),
        Finite.orNull(candidate.fitSeconds()),
        Finite.orNull(candidate.predictSeconds()),
        comparisons.stream()
            .filter(of -> of.candidate().equals(candidate.candidate()))
            .map(
                of ->
                    new LadderPage.Difference(
                        of.against(),
                        PageTexts.ofStudy(of.against()),
                        Finite.interval(of.outOfFold()),
                        Finite.interval(of.holdOut()),
                        Finite.interval(of.aucOutOfFold())))
            .toList());
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

  private LadderPage.Rung served(TrainReport report) {
    Map<Metric, Double> holdOut = new EnumMap<>(Metric.class);
    report.holdOut().forEach((metric, estimate) -> holdOut.put(metric, estimate.value()));
    Optional<Account> account = model.account();
    return new LadderPage.Rung(
        model.run(),
        PageTexts.ofDocuments("page.servedModel", "run", model.run()),
        LadderPage.Kind.SERVED,
        figures(
            report.crossFitted().outOfFold(),
            account
                .map(of -> Reliability.of(of.run().scores().training()).error())
                .orElse(Double.NaN)),
        figures(holdOut, account.map(of -> of.reliability().error()).orElse(Double.NaN)),
        model.manifest().threshold().margin(),
        null,
        null,
        null,
        List.of());
  }

  private static LadderPage.Figures figures(Map<Metric, Double> metrics, double calibrationError) {
    return new LadderPage.Figures(
        Finite.orNull(metrics.get(Metric.COST_PER_CLIENT)),
        Finite.orNull(metrics.get(Metric.AUC)),
        Finite.orNull(metrics.get(Metric.KS)),
        Finite.orNull(metrics.get(Metric.BRIER)),
        Finite.orNull(metrics.get(Metric.ACCURACY)),
        Finite.orNull(metrics.get(Metric.RECALL)),
        Finite.orNull(metrics.get(Metric.REFUSAL_RATE)),
        Finite.orNull(calibrationError));
  }

  private static LadderPage.Figures costAndAuc(double cost, double auc) {
    return new LadderPage.Figures(
        Finite.orNull(cost), Finite.orNull(auc), null, null, null, null, null, null);
  }

  private static String setting(Language language, double value) {
    return new Figures(language).number(value, 4);
  }
}
