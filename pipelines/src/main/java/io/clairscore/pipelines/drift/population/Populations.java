package io.clairscore.pipelines.drift.population;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads populations, those of the workspace at one version of its tables. */
public final class Populations {
  private final Job job;
  private final Optional<Path> model;
  private final Optional<WorkspaceTables> workspace;

  private Populations(Job job, Optional<Path> model, Optional<WorkspaceTables> workspace) {
    this.job = job;
    this.model = model;
    this.workspace = workspace;
  }

  /**
   * Opens what these sources need.
   *
   * @param model bundle that was asked for, if one was
   * @throws Refusal with DATA if a table of the workspace is needed and missing
   */
  public static Populations of(Job job, Optional<Path> model, PopulationSource... sources) {
    boolean needed = Stream.of(sources).anyMatch(PopulationSource::needsWorkspace);
    return new Populations(
        job, model, needed ? Optional.of(new WorkspaceTables(job)) : Optional.empty());
  }

  /** Opens what these sources need, when no bundle was asked for. */
  public static Populations of(Job job, PopulationSource... sources) {
    return of(job, Optional.empty(), sources);
  }

  /** The features of the workspace, if a source needs it. */
  public Optional<FeatureTable> features() {
    return workspace.map(WorkspaceTables::features);
  }

  WorkspaceTables tables() {
    return workspace.orElseThrow();
  }

  RowFolder rows() {
    return new RowFolder(job.spark(), names());
  }

  Cohort served(EventSource events) {
    return new EventPopulation(job.spark(), new EventModels(job.workspace().models(), model))
        .of(events, job.conf().drift().meaning().segments());
  }

  private List<String> names() {
    return features().map(FeatureTable::names).orElse(Catalogue.core().names());
  }
}
