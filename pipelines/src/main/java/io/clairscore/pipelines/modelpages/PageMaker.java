package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.pages.ModelPage;
import io.clairscore.scorer.pages.PageContent;
import io.clairscore.scorer.pages.PageName;
import io.clairscore.scorer.pages.PagePart;
import io.clairscore.scorer.pages.PageSample;
import io.clairscore.scorer.pages.PageSource;
import io.clairscore.scorer.pages.PageWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts around what a page tells where it comes from, or else why there is nothing to tell.
 *
 * @param model the model
 * @param explanation what it was explained by
 * @param readVersion Delta version of the features its clients were read from
 */
record PageMaker(DescribedModel model, Optional<ServedExplanation> explanation, long readVersion) {

  private static final Set<PageName> OF_STUDY =
      Set.of(PageName.LADDER, PageName.CANDIDATES, PageName.COMPARISON);
  private static final Set<PageName> READ_FEATURES =
      Set.of(PageName.IMPORTANCE, PageName.EFFECTS, PageName.RULES);

  /** The page, with what it tells or the reason why it tells nothing. */
  ModelPage page(PageName page, Optional<? extends PageContent> content) {
    return page(page, content.isPresent() ? null : absence(page), content.orElse(null));
  }

  /** The page where what it would tell cannot be read. */
  ModelPage harmed(PageName page) {
    return page(page, PageTexts.say("absence.harmed"), null);
  }

  private ModelPage page(PageName page, PageWords absence, PageContent content) {
    return new ModelPage(
        ModelPage.FORMAT,
        page,
        PageTexts.say("title." + page),
        PageTexts.say("reading." + page),
        source(page, content != null),
        absence,
        content);
  }

  private PageWords absence(PageName page) {
    return switch (page) {
      case CANDIDATES -> PageTexts.say(model.studyHarmed() ? "absence.harmed" : "absence.study");
      case FAIRNESS -> PageTexts.ofDocuments("groups.none");
      default ->
          model.account().isEmpty()
              ? PageTexts.say("absence.evidence", "run", model.run())
              : page == PageName.DOCUMENTS
                  ? PageTexts.say("absence.harmed")
                  : PageTexts.say("absence.clients", "run", model.run());
    };
  }

  private PageSource source(PageName page, boolean told) {
    Manifest manifest = model.manifest();
    boolean ofStudy = told && OF_STUDY.contains(page);
    boolean read = told && explanation.isPresent() && READ_FEATURES.contains(page);
    return new PageSource(
        model.run(),
        manifest.created(),
        manifest.training().gitCommit(),
        manifest.profile().key(),
        manifest.features().size(),
        manifest.tableVersions().get("features"),
        read ? readVersion : null,
        manifest.catalogueHash(),
        ofStudy ? model.study().map(study -> study.run()).orElse(null) : null,
        model.generated(),
        told ? samples(page) : List.of());
  }

  private List<PageSample> samples(PageName page) {
    return switch (page) {
      case IMPORTANCE ->
          List.of(
              sample(
                  "explained",
                  PagePart.OUT_OF_FOLD,
                  model.bundle().reference().explainedClients()));
      case EFFECTS ->
          explanation.map(of -> sample("effects", PagePart.OUT_OF_FOLD, of.training())).stream()
              .toList();
      case RULES ->
          explanation.map(of -> sample("rules", PagePart.HOLD_OUT, of.apart())).stream().toList();
      case FEATURES ->
          List.of(
              sample(
                  "described", PagePart.OUT_OF_FOLD, model.bundle().reference().acceptedClients()));
      default ->
          model
              .account()
              .map(PageMaker::judged)
              .orElseGet(() -> model.report().map(PageMaker::judged).orElseGet(List::of));
    };
  }

  private static PageSample sample(String key, PagePart part, long clients) {
    return new PageSample(part, PageTexts.say("sample." + key), clients, null);
  }

  private static List<PageSample> judged(Account account) {
    return List.of(
        judged(PagePart.OUT_OF_FOLD, account.run().scores().training()),
        judged(PagePart.HOLD_OUT, account.run().scores().holdOut()));
  }

  private static PageSample judged(PagePart part, Scores scores) {
    return judged(part, scores.clients().size(), scores.clients().positives());
  }

  /** The clients as the report counted them. */
  private static List<PageSample> judged(TrainReport report) {
    double apart =
        report.holdOut().get(Metric.TRUE_POSITIVES).value()
            + report.holdOut().get(Metric.FALSE_NEGATIVES).value();
    return List.of(
        judged(
            PagePart.OUT_OF_FOLD,
            report.data().trainingClients(),
            report.crossFitted().folds().stream().mapToLong(fold -> fold.defaults()).sum()),
        judged(PagePart.HOLD_OUT, report.data().holdOutClients(), Math.round(apart)));
  }

  private static PageSample judged(PagePart part, long clients, long defaults) {
    return new PageSample(part, PageTexts.say("sample." + part), clients, defaults);
  }
}
