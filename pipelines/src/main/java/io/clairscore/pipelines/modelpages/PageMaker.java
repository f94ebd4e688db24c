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

/**
 * Puts around what a page tells where it comes from, or else why there is nothing to tell.
 *
 * @param model the model
 * @param explanation what it was explained by
 * @param readVersion Delta version of the features its clients were read from
 */
record PageMaker(DescribedModel model, Optional<ServedExplanation> explanation, long readVersion) {

  ModelPage page(PageName page, Optional<? extends PageContent> content) {
    return new ModelPage(
        ModelPage.FORMAT,
        page,
        PageTexts.say("title." + page),
        PageTexts.say("reading." + page),
        source(page, content.isPresent()),
        content.isPresent() ? null : absence(page),
        content.orElse(null));
  }

  private PageWords absence(PageName page) {
    return switch (page) {
      case CANDIDATES -> PageTexts.say("absence.study");
      case FAIRNESS -> PageTexts.ofDocuments("groups.none");
      case EFFECTS, RULES ->
          model.account().isPresent()
              ? PageTexts.say("absence.clients", "run", model.run())
              : PageTexts.say("absence.evidence", "run", model.run());
      default -> PageTexts.say("absence.evidence", "run", model.run());
    };
  }

  private PageSource source(PageName page, boolean told) {
    Manifest manifest = model.manifest();
    boolean ofStudy = told && (page == PageName.LADDER || page == PageName.CANDIDATES);
    boolean read = told && explanation.isPresent() && readsClients(page);
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

  private static boolean readsClients(PageName page) {
    return page == PageName.IMPORTANCE || page == PageName.EFFECTS || page == PageName.RULES;
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
