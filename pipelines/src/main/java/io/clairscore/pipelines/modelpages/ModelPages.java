package io.clairscore.pipelines.modelpages;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.documents.Documents;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.study.StudyArchive;
import io.clairscore.pipelines.training.ClientGroups;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.pages.ModelPage;
import io.clairscore.scorer.pages.PageContent;
import io.clairscore.scorer.pages.PageName;
import io.clairscore.scorer.published.PublishedVersion;
import io.clairscore.scorer.published.VersionWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every page about a model.
 *
 * @param pages a page of each name, in their order; those that cannot be told say why
 * @param documents the files that the page of documents names, and what these show, by their names
 */
public record ModelPages(List<ModelPage> pages, Map<String, byte[]> documents) {

  /**
   * Makes the pages.
   *
   * @param job the run that publishes
   * @param bundle the model, proved
   * @param features the table that is published
   */
  public static ModelPages of(Job job, Bundle bundle, FeatureTable features) {
    job.progress().say("what is told of the model as a whole");
    DescribedModel model = DescribedModel.read(job, bundle);
    Optional<ServedExplanation> explanation =
        model
            .account()
            .flatMap(account -> ServedExplanation.of(job.spark(), account.run(), features));
    Map<String, byte[]> documents =
        model
            .account()
            .map(account -> Documents.files(job.workspace(), account, job.conf().documents()))
            .orElseGet(Map::of);
    PageMaker maker = new PageMaker(model, explanation, features.version());
    Contents contents =
        new Contents(job, model, explanation, new ServedDocuments(documents), ClientGroups.of(job));
    return new ModelPages(
        Arrays.stream(PageName.values())
            .map(
                page -> {
                  try {
                    return maker.page(page, contents.of(page));
                  } catch (Refusal harmed) {
                    job.progress().say("no page " + page.key() + ": " + harmed.problem());
                    return maker.harmed(page);
                  }
                })
            .toList(),
        documents);
  }

  /**
   * Publishes the pages of a model: those of an earlier version that was made from the same, or
   * else new ones.
   *
   * @param writer of the version, after its profiles
   * @param earlier complete versions
   */
  public static void publish(
      Job job,
      VersionWriter writer,
      Bundle bundle,
      FeatureTable features,
      PageInputs inputs,
      Stream<PublishedVersion> earlier)
      throws IOException {
    ModelPages pages =
        earlier
            .filter(inputs::areThoseOf)
            .flatMap(version -> ofVersion(version).stream())
            .findFirst()
            .orElseGet(() -> of(job, bundle, features));
    for (ModelPage page : pages.pages) {
      writer.model(page.page().key(), page.tree());
    }
    for (Map.Entry<String, byte[]> document : pages.documents.entrySet()) {
      writer.document(document.getKey(), document.getValue());
    }
    writer.model(PageInputs.NAME, inputs.json());
  }

  /** The pages of a version, if every one is as it was written. */
  private static Optional<ModelPages> ofVersion(PublishedVersion version) {
    try {
      List<ModelPage> pages = new ArrayList<>();
      for (PageName page : PageName.values()) {
        pages.add(ModelPage.read(version.model(page.key()).orElseThrow()));
      }
      Map<String, byte[]> documents = new LinkedHashMap<>();
      version
          .documents()
          .forEach(file -> documents.put(file, version.document(file).orElseThrow()));
      return Optional.of(new ModelPages(pages, documents));
    } catch (Refusal | IOException | NoSuchElementException harmed) {
      return Optional.empty();
    }
  }

  /** What each page tells, if it can. */
  private record Contents(
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
        case DOCUMENTS -> account.map(of -> documents.page(model.run()));
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
}
