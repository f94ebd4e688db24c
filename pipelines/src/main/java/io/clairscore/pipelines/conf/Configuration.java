package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.Map;
import java.util.Set;

/**
 * The effective configuration: values only, validated when it is bound.
 *
 * @param spark default Spark settings, for those that neither spark-submit nor the environment sets
 * @param synthetic size and seed of generated data
 * @param business what a wrong decision costs
 * @param training how models are trained
 * @param scoring how scores are expressed
 * @param presentation what the lender says in its own words
 * @param documents what documents say that no file of a run knows
 * @param published how many published versions are kept
 * @param tracking the record of runs, and what a champion must fulfil
 * @param study what a study compares
 * @param drift what is called drift
 */
public record Configuration(
    Map<String, String> spark,
    SyntheticConf synthetic,
    BusinessConf business,
    TrainingConf training,
    ScoringConf scoring,
    PresentationConf presentation,
    DocumentsConf documents,
    PublishedConf published,
    TrackingConf tracking,
    StudyConf study,
    DriftConf drift) {

  /** What tables, dates and the training depend on. */
  private static final Set<String> FIXED =
      Set.of(
          "spark.app.name",
          "spark.sql.catalog.spark_catalog",
          "spark.sql.extensions",
          "spark.sql.session.timeZone",
          "spark.task.cpus");

  public Configuration {
    spark = Require.sorted("spark", spark);
    spark.keySet().forEach(Configuration::requireFree);
    Require.present("synthetic", synthetic);
    Require.present("business", business);
    Require.present("training", training);
    Require.present("scoring", scoring);
    Require.present("presentation", presentation);
    Require.present("documents", documents);
    Require.present("published", published);
    Require.present("tracking", tracking);
    Require.present("study", study);
    Require.present("drift", drift);
  }

  /** Spark itself passes over names that are none of its own, and over all values but its last. */
  private static void requireFree(String name) {
    if (!name.startsWith("spark.")) {
      throw new IllegalArgumentException(
          "Setting " + name + " stands under spark, but names there begin with spark.");
    }
    if (FIXED.contains(name)) {
      throw new IllegalArgumentException(
          "Setting " + name + " cannot be set: Clairscore sets it itself");
    }
  }

  /** These settings with others of drift. */
  public Configuration with(DriftConf other) {
    return new Configuration(
        spark,
        synthetic,
        business,
        training,
        scoring,
        presentation,
        documents,
        published,
        tracking,
        study,
        other);
  }
}
