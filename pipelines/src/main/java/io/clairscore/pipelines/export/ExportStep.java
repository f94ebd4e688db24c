package io.clairscore.pipelines.export;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.modelpages.ModelPages;
import io.clairscore.pipelines.modelpages.PageInputs;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.PublishedFile;
import io.clairscore.scorer.published.PublishedPresentation;
import io.clairscore.scorer.published.PublishedVersion;
import io.clairscore.scorer.published.VersionManifest;
import io.clairscore.scorer.published.VersionWriter;
import io.clairscore.scorer.registry.Aliases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Publishes a version for the service, makes it live if its model is the champion's or there is no
 * champion, and removes old ones. A version never changes: the same model and tables again are the
 * version that stands, others get a name of their own.
 */
public final class ExportStep {
  private final Job job;
  private final Path modelFolder;
  private final FeatureTable features;
  private final Published published;
  private final Map<String, Long> tableVersions = new TreeMap<>();

  private ExportStep(Job job, Path modelFolder) {
    this.job = job;
    this.modelFolder = modelFolder;
    this.features = FeatureTable.latest(job.spark(), job.workspace().features());
    this.published = new Published(job.workspace().published());
    tableVersions.put("features", features.version());
  }

  /**
   * Runs the step.
   *
   * @param request what to publish; a version of that name that stands keeps it, and the new one
   *     has a number behind
   * @throws Refusal with MODEL if the bundle does not fit the features, with DATA if there are no
   *     dossiers or features, or the features are not of the dossiers
   */
  public static ExportReport run(Job job, ExportRequest request) {
    try {
      return new ExportStep(job, request.model()).run(request.version());
    } catch (IOException e) {
      throw Refusal.notWritten(job.workspace().published(), e);
    }
  }

  private ExportReport run(String wanted) throws IOException {
    String model = ModelFolder.proved(modelFolder, features).load().manifest().training().runId();
    Dataset<Row> dossiers =
        read("dossiers", job.workspace().dossiers())
            .orElseThrow(() -> ExportErrors.noTable("dossiers", job.workspace().dossiers()));
    requireFeaturesOf(tableVersions.get("dossiers"));
    Optional<Dataset<Row>> scores = read("scores", job.workspace().scores());
    Optional<VersionManifest> standing = standing(wanted);
    VersionManifest manifest =
        standing.isPresent() ? standing.get() : write(wanted, model, dossiers, scores);
    Aliases aliases = Aliases.read(job.workspace().models());
    if (aliases.champion().map(model::equals).orElse(true)) {
      published.use(manifest.version());
    }
    ExportReport report =
        new ExportReport(
            published.folder().resolve(manifest.version()).toString(),
            manifest.version(),
            model,
            manifest.tableVersions(),
            manifest.clients(),
            manifest.bytes(),
            standing.isPresent(),
            published.current().orElse(""),
            published.prune(job.conf().published().keep(), spared(aliases, manifest)));
    return report;
  }

  /** What an earlier export of the same sources left under this name, or this name and a number. */
  private Optional<VersionManifest> standing(String wanted) throws IOException {
    List<PublishedFile> model = PublishedFile.under(modelFolder);
    return published.complete().stream()
        .filter(earlier -> Published.isNamed(earlier.version(), wanted))
        .filter(earlier -> earlier.isOf(model, tableVersions))
        .filter(
            earlier -> inputs(earlier.bundle()).areThoseOf(published.version(earlier.version())))
        .filter(earlier -> published.isWhole(earlier.version()))
        .findFirst();
  }

  /** What is published is computed from the dossiers, and has to be what batch has seen. */
  private void requireFeaturesOf(long dossiers) {
    Optional<Long> source = FeatureTable.sourceOf(job.spark(), job.workspace().features());
    if (!source.equals(Optional.of(dossiers))) {
      throw ExportErrors.otherDossiers(source, dossiers);
    }
    if (!features.catalogueHash().equals(Catalogue.core().hash())) {
      throw ExportErrors.otherCatalogue();
    }
  }

  private VersionManifest write(
      String wanted, String model, Dataset<Row> dossiers, Optional<Dataset<Row>> scores)
      throws IOException {
    VersionWriter writer = published.begin(wanted);
    ModelFolder copy = ModelFolder.proved(writer.bundle(modelFolder), features);
    PublishedPresentation presentation =
        new PublishedPresentation(
            job.conf().presentation().presentation(), job.conf().scoring().reasons());
    new ClientExport(job.spark(), copy, presentation.limits()).write(dossiers, scores, writer);
    writer.profiles(FeatureProfiles.of(features));
    writer.presentation(presentation);
    PageInputs inputs = inputs(model);
    ModelPages.ofEarlier(inputs, versions())
        .orElseGet(() -> ModelPages.of(job, copy.load(), features))
        .write(writer, inputs);
    return writer.complete(job.runId(), model, tableVersions);
  }

  private PageInputs inputs(String model) {
    return PageInputs.of(job, modelFolder, model, features);
  }

  private Stream<PublishedVersion> versions() {
    return published.complete().stream()
        .flatMap(earlier -> published.ifComplete(earlier.version()).stream());
  }

  /** The new version, and that to which a rollback would go back. */
  private Set<String> spared(Aliases aliases, VersionManifest manifest) {
    Set<String> spared = new HashSet<>(Set.of(manifest.version()));
    aliases.formerChampion().flatMap(published::newestOf).ifPresent(spared::add);
    return spared;
  }

  /** A table at its newest version, which the manifest then names. */
  private Optional<Dataset<Row>> read(String name, Path path) {
    if (!DeltaFolders.exists(path)) {
      return Optional.empty();
    }
    long newest = DeltaFolders.version(job.spark(), path);
    tableVersions.put(name, newest);
    return Optional.of(DeltaFolders.read(job.spark(), path, newest));
  }
}
