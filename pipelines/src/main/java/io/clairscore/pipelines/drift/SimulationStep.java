package io.clairscore.pipelines.drift;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.Provenance;
import io.clairscore.drift.verdict.Source;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.synthetic.GeneratedRows;
import io.clairscore.pipelines.synthetic.Population;
import io.clairscore.scorer.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
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
  private final Optional<ModelFolder> model;
  private final Optional<Bundle> bundle;
  private final Population reference;
  private final List<Population> populations = new ArrayList<>();

  private SimulationStep(Job job, SimulationRequest request) {
    this.job = job;
    this.request = request;
    this.model =
        request
            .model()
            .map(of -> new ModelFolder(of.toAbsolutePath().toString(), Catalogue.core().hash()));
    this.bundle = model.map(ModelFolder::load);
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
   * @return a line per month
   * @throws Refusal with USAGE if the folder holds something or the scenario names a variable the
   *     generator does not draw, with MODEL if the bundle is of other features
   */
  public static List<String> run(Job job, SimulationRequest request) {
    Path out = request.out().toAbsolutePath().normalize();
    Path aside = out.resolveSibling("." + out.getFileName() + ".writing");
    try {
      requireEmpty(out);
      SimulationStep step = new SimulationStep(job, request);
      FolderSwap.remove(aside);
      Files.createDirectories(aside);
      DriftHistory history = step.months(new ReportFiles(aside));
      Files.deleteIfExists(out);
      Files.move(aside, out, StandardCopyOption.ATOMIC_MOVE);
      List<String> lines = new ArrayList<>(HistoryStep.lines(history));
      request
          .languages()
          .forEach(
              language -> lines.add("history " + out.resolve(ReportFiles.historyPage(language))));
      return lines;
    } catch (IOException e) {
      throw Refusal.notWritten(out, e);
    }
  }

  private DriftHistory months(ReportFiles files) throws IOException {
    job.progress().step("Reference of " + reference.size() + " clients");
    PopulationScan before = scan(reference, "");
    DriftHistory history = null;
    for (int month = 1; month <= populations.size(); month++) {
      Population clients = populations.get(month - 1);
      LocalDate date = request.first().plusMonths(month - 1L).atEndOfMonth();
      job.progress()
          .step("Month " + month + " of " + populations.size() + ", shifts " + clients.shifts());
      DriftReport report = report(before, scan(clients, date.toString()), clients, date);
      history = HistoryStep.with(files, job.conf().drift(), date, report);
      files.write(
          new Verdict(
              date,
              report,
              Alerts.of(report, job.conf().drift()),
              job.conf().drift(),
              files.since(date, report)),
          request.languages(),
          history);
    }
    return history;
  }

  private PopulationScan scan(Population clients, String date) {
    var population =
        GeneratedClients.population(new GeneratedRows(job.spark(), clients), source(clients, date));
    Optional<LongFunction<Scoring>> scoring =
        model.map(of -> count -> Scoring.about(of, job.conf().drift(), count));
    return PopulationScan.of(population, population.kinds(), scoring);
  }

  private DriftReport report(
      PopulationScan before, PopulationScan after, Population clients, LocalDate date) {
    String version = SimulationStep.class.getPackage().getImplementationVersion();
    DriftOptions options =
        DriftStep.options(job.conf().drift(), GeneratedClients.KINDS, bundle)
            .with(
                new Provenance(
                    source(reference, ""),
                    source(clients, date.toString()),
                    bundle.map(of -> of.manifest().training().runId()).orElse(""),
                    version == null ? "" : version,
                    request.seed(),
                    date + "T00:00:00Z"));
    if (bundle.isPresent()) {
      ScoreTally scores = before.tally().orElseThrow();
      options =
          options.with(new ScoreShift(bundle.get(), scores, after.tally().orElseThrow()).impact());
    }
    return DriftStep.report(before.profile(), after.profile(), options);
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

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw DriftErrors.simulationExists(folder);
        }
      }
    }
  }
}
