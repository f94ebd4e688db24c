package io.clairscore.pipelines.drift.population;

import io.clairscore.drift.verdict.Source;
import io.clairscore.pipelines.synthetic.GeneratedRows;
import java.nio.file.Path;
import java.time.LocalDate;

/** Where those who are compared come from. {@link Populations} reads them. */
public sealed interface PopulationSource {

  /** Reads the population. */
  Cohort read(Populations from);

  /** The other population, as far as it can be compared with what was read of this one. */
  default Cohort comparable(Cohort other, Cohort own) {
    return other;
  }

  /** Whether it can only be read beside the tables of a workspace. */
  default boolean needsWorkspace() {
    return true;
  }

  /** Clients of the workspace whose outcome is known: those models learn from. */
  record Labelled() implements PopulationSource {
    @Override
    public Cohort read(Populations from) {
      return from.tables().labelled();
    }
  }

  /** Clients of the workspace whose outcome is not known. */
  record Unlabelled() implements PopulationSource {
    @Override
    public Cohort read(Populations from) {
      return from.tables().unlabelled();
    }
  }

  /** Clients of the workspace scored at a date, as they are known today. */
  record ScoredOn(LocalDate date) implements PopulationSource {
    @Override
    public Cohort read(Populations from) {
      return from.tables().scored(date);
    }
  }

  /** A Delta table, a CSV file or a folder of CSV files. */
  record Rows(Path place) implements PopulationSource {
    @Override
    public Cohort read(Populations from) {
      return from.rows().population(place);
    }

    @Override
    public boolean needsWorkspace() {
      return false;
    }
  }

  /** Predictions that were served. */
  record Served(EventSource events) implements PopulationSource {
    @Override
    public Cohort read(Populations from) {
      return from.served(events);
    }

    /** A vector has the features of its model alone: that the others are missing is no drift. */
    @Override
    public Cohort comparable(Cohort other, Cohort own) {
      return other.withFeaturesOf(own);
    }
  }

  /**
   * Clients who are generated as they are read.
   *
   * @param origin what makes the same clients again
   */
  record Generated(GeneratedRows rows, Source origin) implements PopulationSource {
    @Override
    public Cohort read(Populations from) {
      return GeneratedClients.population(rows, origin);
    }

    @Override
    public boolean needsWorkspace() {
      return false;
    }
  }
}
