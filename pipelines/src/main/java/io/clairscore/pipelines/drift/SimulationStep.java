package io.clairscore.pipelines.drift;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.Source;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.files.NewFolder;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.drift.population.Cohort;
import io.clairscore.pipelines.drift.population.PopulationSource;
import io.clairscore.pipelines.drift.population.Populations;
import io.clairscore.pipelines.drift.scan.PopulationScan;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.synthetic.GeneratedRows;
import io.clairscore.pipelines.synthetic.Population;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Simulates months of clients who drift by a scenario, and reports each month against a reference
 * without drift: what an alarm would have said, and when. Clients are generated as they are read;
 * no table is written. The same request makes the same bytes.
 */
public final class SimulationStep {
  private static final String NAME = "simulation";

  private final Job job;
  private final SimulationRequest request;
  private final AskedModel model;
  private final Population reference;
  private final List<Population> populations = new ArrayList<>();

  private SimulationStep(Job job, SimulationRequest request) {
    this.job = job;
    this.request = request;
    this.model =
        new AskedModel(
            request
                .model()
                .map(
                    of -> new ModelFolder(of.toAbsolutePath().toString(), Catalogue.core().hash())),
            job.conf().drift());
    this.reference = new Population(request.referenceClients(), 0, request.seed());
    // All of them before the first is generated: a wrong name in the last month is wrong now.
    for (int month = 1; month <= request.scenario().months(); month++) {
      populations.add(
          new Population(
              request.clients(), 0, request.seed() + month, request.scenario().shifts(month)));
    }
  }

  /**
   * Runs the step; the folder of the reports appears complete or not at all.
   *
   * @return a line per month, and no alarm: nobody real is meant
   * @throws Refusal with USAGE if the folder holds something or the scenario names a variable the
   *     generator does not draw, with MODEL if the bundle is of other features
   */
  public static DriftSummary run(Job job, SimulationRequest request) {
    Path out = request.out().toAbsolutePath().normalize();
    SimulationStep step = new SimulationStep(job, request);
    try {
      DriftHistory history =
          new NewFolder(out, DriftErrors.simulationExists(out))
              .write(aside -> step.months(new ReportFolder(aside)));
      List<String> lines = new ArrayList<>(HistoryStep.windows(history));
      lines.addAll(HistoryStep.pages(out, request.languages()));
      return DriftSummary.of(lines);
    } catch (IOException e) {
      throw Refusal.notWritten(out, e);
    }
  }

  private DriftHistory months(ReportFolder folder) throws IOException {
    job.progress().step("Reference of " + reference.size() + " clients");
    Cohort standard = cohort(reference, "");
    PopulationScan before = scan(standard);
    DriftHistory history = null;
    for (int month = 1; month <= populations.size(); month++) {
      Population clients = populations.get(month - 1);
      LocalDate date = request.first().plusMonths(month - 1L).atEndOfMonth();
      job.progress()
          .step("Month " + month + " of " + populations.size() + ", shifts " + clients.shifts());
      Cohort current = cohort(clients, date.toString());
      PopulationScan after = scan(current);
      DriftReport report =
          DriftReport.of(
              before.profile(),
              after.profile(),
              model.scored(
                  model.options(standard, current, request.seed(), date + "T00:00:00Z", ""),
                  before,
                  after));
      history =
          folder
              .write(
                  date,
                  report,
                  DriftSummary.exitCode(report.verdict().alarm()).status(),
                  request.languages())
              .history();
    }
    return history;
  }

  private Cohort cohort(Population clients, String date) {
    PopulationSource source =
        new PopulationSource.Generated(
            new GeneratedRows(job.spark(), clients), source(clients, date));
    return source.read(Populations.of(job, source));
  }

  private PopulationScan scan(Cohort clients) {
    return PopulationScan.of(clients, clients.kinds(), model.scoring(List.of(), clients));
  }

  /** In no language: the seed and the shifts that make the same clients again. */
  private static Source source(Population clients, String date) {
    String version =
        Stream.concat(
                Stream.of("seed=" + clients.seed()),
                clients.shifts().entrySet().stream()
                    .map(
                        shift ->
                            String.format(
                                Locale.ROOT, "%s=%+.2f", shift.getKey(), shift.getValue())))
            .collect(Collectors.joining(" "));
    return new Source(NAME, version, date, "");
  }
}
