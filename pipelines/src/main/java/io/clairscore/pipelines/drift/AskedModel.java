package io.clairscore.pipelines.drift;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.Provenance;
import io.clairscore.pipelines.conf.DriftConf;
import io.clairscore.pipelines.drift.meaning.Meanings;
import io.clairscore.pipelines.drift.meaning.ScoreShift;
import io.clairscore.pipelines.drift.population.Cohort;
import io.clairscore.pipelines.drift.population.Layer;
import io.clairscore.pipelines.drift.scan.PopulationScan;
import io.clairscore.pipelines.drift.scan.ScoreTally;
import io.clairscore.pipelines.drift.scan.Scoring;
import io.clairscore.pipelines.run.SourceCommit;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The model that weighs columns and scores both populations, if there is one: without it columns
 * count the same, and nobody is scored.
 */
final class AskedModel {
  private final Optional<ModelFolder> folder;
  private final Optional<Bundle> bundle;
  private final DriftConf conf;

  AskedModel(Optional<ModelFolder> folder, DriftConf conf) {
    this.folder = folder;
    this.bundle = folder.map(ModelFolder::load);
    this.conf = conf;
  }

  /**
   * How clients are scored, if all these populations have what the model reads, and identifiers.
   */
  Optional<Scoring> scoring(List<String> segments, Cohort... populations) {
    return List.of(populations).stream().allMatch(this::canScore)
        ? folder.map(of -> Scoring.by(of, conf, segments))
        : Optional.empty();
  }

  private boolean canScore(Cohort population) {
    return bundle
        .flatMap(
            of ->
                population
                    .layer(Layer.FEATURES)
                    .filter(layer -> layer.names().containsAll(of.manifest().features())))
        .filter(Layer::hasClients)
        .isPresent();
  }

  /** Share of each feature in the model's decisions, none without a model. */
  Map<String, Double> importances() {
    Map<String, Double> importances = new LinkedHashMap<>();
    bundle.ifPresent(
        of -> {
          for (FeatureReference feature : of.reference().features()) {
            importances.put(feature.name(), feature.meanAbsoluteContribution());
          }
        });
    return importances;
  }

  /** Limits, importances, labels and origin of a comparison. */
  DriftOptions options(
      Cohort reference, Cohort current, long seed, String created, String command) {
    String version = AskedModel.class.getPackage().getImplementationVersion();
    return DriftOptions.STANDARD
        .with(conf.policy())
        .withImportances(importances())
        .with(Vocabularies.of(Cohort.shared(reference, current)))
        .with(
            new Provenance(
                reference.source(),
                current.source(),
                bundle.map(of -> of.manifest().training().runId()).orElse(""),
                folder.map(ModelFolder::hash).orElse(""),
                version == null ? "" : version,
                SourceCommit.known().orElse(""),
                command,
                seed,
                created));
  }

  /** What the scores add to a comparison, if both populations were scored. */
  DriftOptions scored(DriftOptions options, PopulationScan before, PopulationScan after) {
    if (before.tally().isEmpty() || after.tally().isEmpty()) {
      return options;
    }
    ScoreTally scores = before.tally().get();
    ScoreTally others = after.tally().get();
    return options.with(new ScoreShift(bundle.orElseThrow(), scores, others).impact());
  }

  /** The same for what drift means. */
  Meaning scored(Meaning meaning, PopulationScan before, PopulationScan after) {
    return before.tally().isEmpty() || after.tally().isEmpty()
        ? meaning
        : Meanings.with(meaning, bundle.orElseThrow(), before.tally().get(), after.tally().get());
  }
}
