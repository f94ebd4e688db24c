package io.clairscore.pipelines.run;

import io.clairscore.features.files.CrashPoint;

/**
 * Every named moment at which a test may kill the steps from ingest to features: each lies between
 * a first write and the last commit of its step, in the order in which a run reaches them.
 */
public enum CrashMoment {
  INGEST_LOAD_NUMBERED("ingest.load-numbered"),
  INGEST_TABLE_STAGED("ingest.table-staged"),
  INGEST_DUPLICATES_REMOVED("ingest.duplicates-removed"),
  INGEST_ALL_STAGED("ingest.all-staged"),
  INGEST_STAGE_RECORDED("ingest.stage-recorded"),
  INGEST_QUARANTINE_WRITTEN("ingest.quarantine-written"),
  INGEST_FIRST_TABLE_PUBLISHED("ingest.first-table-published"),
  INGEST_TABLE_PUBLISHED("ingest.table-published"),
  INGEST_ALL_PUBLISHED("ingest.all-published"),
  INGEST_STAGING_REMOVED("ingest.staging-removed"),
  DOSSIERS_BEGUN("dossiers.begun"),
  DOSSIERS_TABLE_WRITTEN("dossiers.table-written"),
  DOSSIERS_CHANGES_MERGED("dossiers.changes-merged"),
  DOSSIERS_SOURCES_RECORDED("dossiers.sources-recorded"),
  FEATURES_BEGUN("features.begun"),
  FEATURES_TABLE_WRITTEN("features.table-written"),
  FEATURES_CHANGES_MERGED("features.changes-merged"),
  FEATURES_SOURCES_RECORDED("features.sources-recorded");

  private final String label;

  CrashMoment(String label) {
    this.label = label;
  }

  /** Name of the moment, as the environment gives it. */
  public String label() {
    return label;
  }

  /** Dies here if the environment says so, as {@link CrashPoint#reach} does. */
  public void reach() {
    CrashPoint.reach(label);
  }
}
