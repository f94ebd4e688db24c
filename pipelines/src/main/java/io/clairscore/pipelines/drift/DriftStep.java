package io.clairscore.pipelines.drift;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.Since;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.Provenance;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.DriftConf;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Compares two populations and writes the report. By default those are the labelled and the new
 * clients of the workspace, with the columns of their applications and their features.
 */
public final class DriftStep {
  private final Job job;
  private final DriftRequest request;

  private DriftStep(Job job, DriftRequest request) {
    this.job = job;
    this.request = request;
  }

  /**
   * Runs the step.
   *
   * @throws Refusal with DATA if a population is missing, empty, unreadable or of another schema,
   *     with MODEL if the bundle may not score; nothing is written then
   */
  public static DriftSummary run(Job job, DriftRequest request) {
    DriftStep step = new DriftStep(job, request);
    ReportFiles files = new ReportFiles(request.out().orElse(job.workspace().driftReports()));
    try {
      return step.write(step.compared(), files);
    } catch (IOException e) {
      throw Refusal.notWritten(files.folder(), e);
    }
  }

  private DriftSummary write(DriftReport report, ReportFiles files) throws IOException {
    files.recover();
    Alerts alerts = Alerts.of(report, job.conf().drift());
    Optional<Since> since = files.since(request.date(), report);
    DriftHistory history = HistoryStep.with(files, job.conf().drift(), request.date(), report);
    files.write(
        new Verdict(request.date(), report, alerts, job.conf().drift(), since),
        request.languages(),
        history);
    List<String> lines = new ArrayList<>(SummaryLines.of(report, alerts));
    since.ifPresent(of -> lines.addAll(SummaryLines.of(of.changes())));
    request
        .languages()
        .forEach(
            language ->
                lines.add(
                    "report "
                        + files.folder().resolve(ReportFiles.page(request.date(), language))));
    return new DriftSummary(alerts.any(), lines);
  }

  private DriftReport compared() {
    Optional<WorkspacePopulations> workspace =
        request.reference().isPresent() && request.current().isPresent()
            ? Optional.empty()
            : Optional.of(new WorkspacePopulations(job));
    Population reference = reference(workspace);
    Population current = current(workspace);
    List<String> kinds = new ArrayList<>(reference.kinds());
    kinds.retainAll(current.kinds());
    if (kinds.isEmpty()) {
      throw DriftErrors.otherSchema(reference, current);
    }
    Optional<ModelFolder> model = model(workspace);
    Optional<Bundle> bundle = model.map(ModelFolder::load);
    DriftConf drift = job.conf().drift();
    Segments segments = new Segments(drift.meaning().segments()).of(reference).of(current);
    Optional<LongFunction<Scoring>> scoring =
        bundle
            .filter(of -> scorable(reference, of) && scorable(current, of))
            .map(of -> rows -> Scoring.about(model.get(), drift, rows).by(segments.columns()));
    job.progress().say("reading the reference, " + reference.source().name());
    PopulationScan before = PopulationScan.of(reference, kinds, scoring);
    job.progress().say("reading the current population, " + current.source().name());
    PopulationScan after = PopulationScan.of(current, kinds, scoring);
    DriftOptions options =
        options(drift, kinds, bundle).with(provenance(reference, current, bundle));
    Meaning meaning = new Meanings(job, options.importances()).of(reference, current, kinds);
    if (scoring.isPresent()) {
      ScoreTally scores = before.tally().orElseThrow();
      ScoreTally others = after.tally().orElseThrow();
      options = options.with(new ScoreShift(bundle.get(), scores, others).impact());
      meaning = Meanings.with(meaning, bundle.get(), scores, others);
    }
    options = options.with(meaning);
    if (workspace.isPresent()) {
      options = LoadQuality.of(job.workspace()).map(options::with).orElse(options);
    }
    return report(before.profile(), after.profile(), options);
  }

  static DriftReport report(
      PopulationProfile reference, PopulationProfile current, DriftOptions options) {
    try {
      return DriftReport.of(reference, current, options);
    } catch (IllegalArgumentException e) {
      throw DriftErrors.notComparable(e);
    }
  }

  private Population reference(Optional<WorkspacePopulations> workspace) {
    if (request.referenceDate().isPresent()) {
      return workspace.orElseThrow().scored(request.referenceDate().get());
    }
    return request
        .reference()
        .map(place -> new RowFolder(job.spark(), features(workspace)).population(place))
        .orElseGet(() -> workspace.orElseThrow().labelled());
  }

  private Population current(Optional<WorkspacePopulations> workspace) {
    if (request.currentDate().isPresent()) {
      return workspace.orElseThrow().scored(request.currentDate().get());
    }
    if (request.events().isPresent()) {
      String hash =
          workspace.map(of -> of.features().catalogueHash()).orElse(Catalogue.core().hash());
      return new EventPopulation(job.spark(), features(workspace), hash)
          .of(request.events().get(), job.conf().drift().meaning().segments());
    }
    return request
        .current()
        .map(place -> new RowFolder(job.spark(), features(workspace)).population(place))
        .orElseGet(() -> workspace.orElseThrow().unlabelled());
  }

  private static List<String> features(Optional<WorkspacePopulations> workspace) {
    return workspace.map(of -> of.features().names()).orElse(Catalogue.core().names());
  }

  private Optional<ModelFolder> model(Optional<WorkspacePopulations> workspace) {
    if (request.model().isEmpty()) {
      job.progress().say("no model: columns count the same, and nobody is scored");
    }
    return request
        .model()
        .map(
            folder ->
                workspace.isPresent()
                    ? ModelFolder.proved(folder, workspace.get().features())
                    : new ModelFolder(folder.toAbsolutePath().toString(), Catalogue.core().hash()));
  }

  /** Whether a population has the whole vector of a model, and identifiers. */
  private static boolean scorable(Population population, Bundle bundle) {
    return population
        .layer(Layer.FEATURES)
        .filter(layer -> layer.names().equals(bundle.manifest().features()))
        .filter(Layer::hasClients)
        .isPresent();
  }

  /** Limits, importances and labels. */
  static DriftOptions options(DriftConf conf, List<String> kinds, Optional<Bundle> bundle) {
    Map<String, Double> importances = new LinkedHashMap<>();
    bundle.ifPresent(
        of -> {
          for (FeatureReference feature : of.reference().features()) {
            importances.put(feature.name(), feature.meanAbsoluteContribution());
          }
        });
    return DriftOptions.STANDARD
        .with(Policies.of(conf))
        .withImportances(importances)
        .withLabels(Labels.of(kinds));
  }

  private Provenance provenance(Population reference, Population current, Optional<Bundle> bundle) {
    String version = DriftStep.class.getPackage().getImplementationVersion();
    return new Provenance(
        reference.source(),
        current.source(),
        bundle.map(of -> of.manifest().training().runId()).orElse(""),
        version == null ? "" : version,
        job.conf().drift().seed(),
        request.created());
  }
}
