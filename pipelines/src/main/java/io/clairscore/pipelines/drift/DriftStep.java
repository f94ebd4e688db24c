package io.clairscore.pipelines.drift;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.verdict.DataQuality;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.DriftConf;
import io.clairscore.pipelines.drift.meaning.Meanings;
import io.clairscore.pipelines.drift.population.Cohort;
import io.clairscore.pipelines.drift.population.Populations;
import io.clairscore.pipelines.drift.population.Segments;
import io.clairscore.pipelines.drift.scan.PopulationScan;
import io.clairscore.pipelines.drift.scan.Scoring;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.pipelines.spark.Job;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two populations and writes the report: by default the labelled and the new clients of
 * the workspace, with the columns of their applications and their features.
 */
public final class DriftStep {
  private final Job job;
  private final DriftConf conf;
  private final DriftRequest request;

  private DriftStep(Job job, DriftRequest request) {
    this.job = job;
    this.conf = job.conf().drift();
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
    ReportFolder folder = new ReportFolder(request.out().orElse(job.workspace().driftReports()));
    try {
      DriftReport report = step.compared();
      return folder.alone(() -> step.write(report, folder));
    } catch (IOException e) {
      throw Refusal.notWritten(folder.folder(), e);
    }
  }

  private DriftSummary write(DriftReport report, ReportFolder folder) throws IOException {
    folder.recover();
    boolean alarm = report.verdict().alarm();
    List<String> lines = new ArrayList<>(SummaryLines.of(report));
    folder
        .write(request.date(), report, DriftSummary.exitCode(alarm).status(), request.languages())
        .since()
        .ifPresent(of -> lines.addAll(SummaryLines.of(of.changes())));
    request
        .languages()
        .forEach(
            language ->
                lines.add(
                    "report "
                        + folder.folder().resolve(ReportFolder.page(request.date(), language))));
    return new DriftSummary(alarm, lines);
  }

  private DriftReport compared() {
    Populations populations =
        Populations.of(job, request.model(), request.reference(), request.current());
    Cohort current = request.current().read(populations);
    Cohort reference = request.current().comparable(request.reference().read(populations), current);
    List<String> kinds = Cohort.shared(reference, current);
    if (kinds.isEmpty()) {
      throw DriftErrors.otherSchema(reference, current);
    }
    AskedModel model = model(populations);
    Segments segments = new Segments(conf.meaning().segments()).of(reference).of(current);
    Optional<Scoring> scoring = model.scoring(segments.columns(), reference, current);
    job.progress().say("reading the reference, " + reference.source().name());
    PopulationScan before = PopulationScan.of(reference, kinds, scoring);
    job.progress().say("reading the current population, " + current.source().name());
    PopulationScan after = PopulationScan.of(current, kinds, scoring);
    Meaning meaning = new Meanings(job, model.importances()).of(reference, current, kinds);
    DriftOptions options =
        model
            .scored(
                model.options(
                    reference, current, conf.seed(), request.created(), request.command()),
                before,
                after)
            .with(model.scored(meaning, before, after));
    return DriftReport.of(
        before.profile(),
        after.profile(),
        quality(populations, reference, current).map(options::with).orElse(options));
  }

  /** Of the files the current population comes from, or else of the newest load. */
  private Optional<DataQuality> quality(Populations populations, Cohort reference, Cohort current) {
    if (!current.files().isEmpty()) {
      return Optional.of(LoadQuality.of(reference.files(), current.files()));
    }
    return populations.features().isPresent() ? LoadQuality.of(job.workspace()) : Optional.empty();
  }

  private AskedModel model(Populations populations) {
    if (request.model().isEmpty()) {
      job.progress().say("no model: columns count the same, and nobody is scored");
    }
    return new AskedModel(
        request
            .model()
            .map(
                folder ->
                    populations
                        .features()
                        .map(features -> ModelFolder.proved(folder, features))
                        .orElseGet(
                            () ->
                                new ModelFolder(
                                    folder.toAbsolutePath().toString(), Catalogue.core().hash()))),
        conf);
  }
}
