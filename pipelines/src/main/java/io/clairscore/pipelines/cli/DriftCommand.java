package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.documents.Documents;
import io.clairscore.pipelines.drift.DriftRequest;
import io.clairscore.pipelines.drift.DriftStep;
import io.clairscore.pipelines.drift.population.PopulationSource;
import io.clairscore.pipelines.run.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares populations. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the new clients, or other rows, with those the models learn from.",
      "It writes reports/drift: pages, JSON, history, latest.json, and the part of the model's"
          + " documents that tells them. It ends with 4 if decisions move beyond the limits of"
          + " drift.decisions or the source is broken, and without a model if the data change with"
          + " weight; with 0 otherwise."
    })
final class DriftCommand extends WorkspaceCommand {

  @Mixin private ModelOption model;

  @ArgGroup private DriftSources.Reference reference;

  @ArgGroup private DriftSources.Current current;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Date of the report (default: the scoring date, or today, UTC).")
  private LocalDate date;

  @Option(
      names = "--rules",
      paramLabel = "clairscore|evidently",
      description = "Whose rules decide (default: drift.rules).")
  private String rules;

  @Mixin private DriftOutput output;

  @Spec private CommandSpec spec;

  @Override
  Report work(Application application) {
    DriftRequest request = request(application);
    Application ruled = rules == null ? application : application.with(ruled(application.conf()));
    Report report = ruled.call("drift", job -> DriftStep.run(job, request));
    if (request.out().isEmpty()) {
      request.model().ifPresent(of -> refreshDocuments(application, of.getFileName().toString()));
    }
    return report;
  }

  /** The documents of the asked model tell the newest report. */
  private static void refreshDocuments(Application application, String run) {
    try {
      Documents.write(application.workspace(), run, application.conf().documents());
    } catch (Refusal incomplete) {
      // The report stands: a model that came without its evidence has no documents to refresh.
      application
          .progress()
          .say("the documents of " + run + " were not refreshed: " + incomplete.getMessage());
    }
  }

  private DriftRequest request(Application application) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate standard =
        Optional.ofNullable(current).flatMap(DriftSources.Current::date).orElse(today);
    return new DriftRequest(
        model.ifAny(application),
        reference == null ? new PopulationSource.Labelled() : reference.source(),
        current == null ? new PopulationSource.Unlabelled() : current.source(spec),
        date == null ? standard : date,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        TypedCommand.of(spec),
        output.languages(),
        output.folder());
  }

  private Configuration ruled(Configuration conf) {
    try {
      return conf.with(conf.drift().withRules(rules));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--rules: " + e.getMessage());
    }
  }
}
