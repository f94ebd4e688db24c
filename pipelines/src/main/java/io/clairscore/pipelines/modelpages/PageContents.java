package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.study.StudyArchive;
import io.clairscore.pipelines.training.ClientGroups;
import io.clairscore.scorer.pages.PageContent;
import io.clairscore.scorer.pages.PageName;
import java.util.Optional;

/** What each page tells, if it can. */
record PageContents(
    Job job,
    DescribedModel model,
    Optional<ServedExplanation> explanation,
    ServedDocuments documents,
    ClientGroups groups) {

  Optional<? extends PageContent> of(PageName page) {
    Optional<Account> account = model.account();
    return switch (page) {
      case LADDER ->
          Optional.of(new ServedLadder(model).page()).filter(of -> !of.rungs().isEmpty());
      case METRICS ->
          account
              .map(MeasuredModel::of)
              .or(() -> model.report().map(of -> MeasuredModel.of(of, model.costs())));
      case CURVES -> account.map(of -> new ServedCurves(of).page());
      case THRESHOLDS -> account.map(of -> new ThresholdPlaces(of).page());
      case CALIBRATION -> account.map(of -> new ServedCalibration(of).page());
      case REPORT -> account.map(of -> new ServedReport(of).page());
      case IMPORTANCE ->
          Optional.of(
              new ServedWeights(model, explanation.map(ServedExplanation::explanation)).page());
      case EFFECTS -> explanation.map(this::effects);
      case RULES -> explanation.map(of -> new ServedRules(of.explanation(), ranges()).page());
      case FAIRNESS ->
          Optional.of(new ServedFairness(model, groups))
              .filter(ServedFairness::known)
              .map(ServedFairness::page);
      case CANDIDATES -> model.study().map(this::candidates);
      case COMPARISON -> account.map(of -> new ModelComparison(of, model.study()).page());
      case FEATURES -> Optional.of(new ServedFeatures(model).page());
      case DOCUMENTS ->
          account.filter(of -> !documents.files().isEmpty()).map(of -> documents.page(model.run()));
    };
  }

  private PageContent effects(ServedExplanation of) {
    return new ServedEffects(model, of.explanation(), of.explained(), ranges()).page();
  }

  private ValueRanges ranges() {
    return ValueRanges.of(job.conf().presentation().presentation());
  }

  private PageContent candidates(FoundStudy study) {
    StudyArchive archive = StudyArchive.of(job.workspace(), study.run());
    return new StudyCandidates(study, archive, model.run(), model.costs()).page();
  }
}
