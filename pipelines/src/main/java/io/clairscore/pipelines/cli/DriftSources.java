package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.drift.population.EventSource;
import io.clairscore.pipelines.drift.population.PopulationSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that name populations; of each side at most one. */
final class DriftSources {
  private DriftSources() {}

  /** Who is the reference. */
  static final class Reference {
    @Option(
        names = "--reference",
        paramLabel = "PATH",
        description =
            "Delta table, CSV file or folder of CSV files (default: clients with a TARGET).")
    private Path place;

    @Option(
        names = "--against",
        paramLabel = "YYYY-MM-DD",
        description = "Takes the clients of a scoring date as the reference.")
    private LocalDate date;

    PopulationSource source() {
      return date == null ? new PopulationSource.Rows(place) : new PopulationSource.ScoredOn(date);
    }
  }

  /** Who is compared with it. */
  static final class Current {
    @Option(
        names = "--current",
        paramLabel = "PATH",
        description =
            "Delta table, CSV file or folder of CSV files (default: clients without a TARGET).")
    private Path place;

    @Option(
        names = "--current-date",
        paramLabel = "YYYY-MM-DD",
        description = "Compares the clients of a scoring date.")
    private LocalDate date;

    @ArgGroup(exclusive = false)
    private Events events;

    /** The scoring date, if one is meant. */
    Optional<LocalDate> date() {
      return Optional.ofNullable(date);
    }

    PopulationSource source(CommandSpec spec) {
      if (events != null) {
        return new PopulationSource.Served(events.source(spec));
      }
      return date == null ? new PopulationSource.Rows(place) : new PopulationSource.ScoredOn(date);
    }
  }

  /** Predictions that were served. */
  static final class Events {
    @Option(
        names = "--events",
        required = true,
        paramLabel = "JDBC-URL",
        description = {
          "Compares predictions that were served: table prediction_events at",
          "jdbc:sqlite:PATH or jdbc:postgresql://host/database. User and password are read from"
              + " PGUSER and PGPASSWORD."
        })
    private String url;

    @Option(
        names = "--events-from",
        paramLabel = "YYYY-MM-DD",
        description = "First day of the events, UTC (default: the first there is).")
    private LocalDate from;

    @Option(
        names = "--events-until",
        paramLabel = "YYYY-MM-DD",
        description = "First day no longer, UTC (default: up to now).")
    private LocalDate until;

    @Option(
        names = "--events-model",
        paramLabel = "RUN",
        description = "Run that trained the model of the events, if several served.")
    private String run;

    private EventSource source(CommandSpec spec) {
      try {
        return EventSource.of(
            url,
            System.getenv(),
            Optional.ofNullable(from),
            Optional.ofNullable(until),
            Optional.ofNullable(run));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "--events: " + e.getMessage());
      }
    }
  }
}
