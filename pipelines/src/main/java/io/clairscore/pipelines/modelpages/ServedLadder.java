package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Reliability;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.Comparison;
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
    rungs.addAll(
        model
            .study()
            .map(ServedLadder::candidates)
            .orElseGet(() -> new TriedModels(model).rungs()));
    model.report().ifPresent(report -> rungs.add(served(report)));
    return new LadderPage(study(), model.study().isPresent(), rungs);
  }

  private PageWords study() {
    if (model.study().isEmpty()) {
      return model.studyHarmed()
          ? PageTexts.say("absence.harmed")
          : PageTexts.ofDocuments("models.none");
    }
    String run = model.study().get().run();
    return run.equals(model.run())
        ? PageTexts.ofDocuments("models.some", "run", run)
        : PageTexts.ofDocuments("study.other", "run", run);
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
}
