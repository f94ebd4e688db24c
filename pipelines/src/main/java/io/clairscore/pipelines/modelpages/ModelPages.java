package io.clairscore.pipelines.modelpages;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.documents.Documents;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.ClientGroups;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.pages.ModelPage;
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
    Map<String, byte[]> documents = documents(job, model);
    PageMaker maker = new PageMaker(model, explanation, features.version());
    PageContents contents =
        new PageContents(
            job, model, explanation, new ServedDocuments(documents), ClientGroups.of(job));
    return new ModelPages(
        Arrays.stream(PageName.values()).map(page -> page(job, page, maker, contents)).toList(),
        documents);
  }

  /** A source that cannot be read costs the pages made of it, not the publication. */
  private static ModelPage page(Job job, PageName page, PageMaker maker, PageContents contents) {
    try {
      return maker.page(page, contents.of(page));
    } catch (Refusal harmed) {
      job.progress().say("no page " + page.key() + ": " + harmed.problem());
      return maker.harmed(page);
    }
  }

  private static Map<String, byte[]> documents(Job job, DescribedModel model) {
    try {
      return model
          .account()
          .map(account -> Documents.files(job.workspace(), account, job.conf().documents()))
          .orElseGet(Map::of);
    } catch (Refusal harmed) {
      job.progress().say("no documents: " + harmed.problem());
      return Map.of();
    }
  }

  /**
   * The pages of an earlier version that was made from the same, if there is one.
   *
   * @param earlier complete versions
   */
  public static Optional<ModelPages> ofEarlier(
      PageInputs inputs, Stream<PublishedVersion> earlier) {
    return earlier
        .filter(inputs::areThoseOf)
        .flatMap(version -> ofVersion(version).stream())
        .findFirst();
  }

  /**
   * Publishes them.
   *
   * @param writer of the version, after its profiles
   * @param inputs what they were made from
   */
  public void write(VersionWriter writer, PageInputs inputs) throws IOException {
    for (ModelPage page : pages) {
      writer.model(page.page().key(), page.tree());
    }
    for (Map.Entry<String, byte[]> document : documents.entrySet()) {
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
}
