package io.clairscore.pipelines.tracking;

/** How far a recorded run is, by MLflow's names. */
public enum RunStatus {
  /** It goes on, or was cut off and may be continued. */
  RUNNING,
  /** It ended as it should. */
  FINISHED,
  /** It ended with an error or was refused. */
  FAILED
}
