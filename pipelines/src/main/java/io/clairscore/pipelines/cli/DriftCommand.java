package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.drift.DriftRequest;
import io.clairscore.pipelines.drift.DriftStep;
import io.clairscore.pipelines.drift.EventSource;
import io.clairscore.pipelines.run.Report;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
      "It writes reports/drift: pages, JSON, history, latest.json. It ends with 4 if the limits of"
          + " drift.* are passed."
    })
final class DriftCommand extends WorkspaceCommand {

  @Mixin private ModelOption model;

  @Option(
      names = "--reference",
      paramLabel = "PATH",
      description =
          "Delta table, CSV file or folder of CSV files (default: clients with a TARGET).")
  private Path reference;

  @Option(
      names = "--current",
      paramLabel = "PATH",
      description =
          "Delta table, CSV file or folder of CSV files (default: clients without a TARGET).")
  private Path current;

  @Option(
      names = "--current-date",
      paramLabel = "YYYY-MM-DD",
      description = "Compares the clients of a scoring date.")
  private LocalDate currentDate;

  @Option(
      names = "--against",
      paramLabel = "YYYY-MM-DD",
      description = "Takes the clients of a scoring date as the reference.")
  private LocalDate against;

  @Option(
      names = "--events",
      paramLabel = "JDBC-URL",
      description = {
        "Compares predictions that were served: table prediction_events at",
        "jdbc:postgresql://host/database. User and password are read from PGUSER and PGPASSWORD."
      })
  private String events;

  @Option(
      names = "--events-from",
      paramLabel = "YYYY-MM-DD",
      description = "First day of the events, UTC (default: the first there is).")
  private LocalDate eventsFrom;

  @Option(
      names = "--events-until",
      paramLabel = "YYYY-MM-DD",
      description = "First day no longer, UTC (default: up to now).")
  private LocalDate eventsUntil;

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

  @Option(
      names = "--language",
      paramLabel = "fr|en",
      description = "Writes one page in this language (default: one in each).")
  private String language;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of the reports (default: reports/drift of the workspace).")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  Report work(Application application) {
    DriftRequest request = request(application);
    Application ruled = rules == null ? application : application.with(ruled(application.conf()));
    return ruled.call("drift", job -> DriftStep.run(job, request));
  }

  private DriftRequest request(Application application) {
    if (Stream.of(current, currentDate, events).filter(Objects::nonNull).count() > 1) {
      throw usage("Give one of --current, --current-date and --events");
    }
    if (events == null && (eventsFrom != null || eventsUntil != null)) {
      throw usage("--events-from and --events-until need --events");
    }
    if (reference != null && against != null) {
      throw usage("Give --reference or --against, not both");
    }
    if (against != null && against.equals(currentDate)) {
      throw usage("--current-date and --against name the same clients: " + against);
    }
    LocalDate standard = currentDate == null ? LocalDate.now(ZoneOffset.UTC) : currentDate;
    return new DriftRequest(
        model.ifAny(application),
        Optional.ofNullable(reference),
        Optional.ofNullable(against),
        Optional.ofNullable(current),
        Optional.ofNullable(currentDate),
        date == null ? standard : date,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        Languages.of(spec, language),
        Optional.ofNullable(out),
        Optional.ofNullable(events).map(this::source));
  }

  private EventSource source(String url) {
    try {
      return EventSource.of(
          url, System.getenv(), Optional.ofNullable(eventsFrom), Optional.ofNullable(eventsUntil));
    } catch (IllegalArgumentException e) {
      throw usage("--events: " + e.getMessage());
    }
  }

  private Configuration ruled(Configuration conf) {
    try {
      return conf.with(conf.drift().withRules(rules));
    } catch (IllegalArgumentException e) {
      throw usage("--rules: " + e.getMessage());
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
