package io.clairscore.pipelines.tracking;

/**
 * What is known of a record on one server.
 *
 * @param experiment identifier of the experiment there
 * @param run identifier of the run there
 * @param artifacts path of the run's artifacts below the root of the proxied artifacts
 * @param sent lines of the record that the server has
 */
record ServerRun(String experiment, String run, String artifacts, int sent) {

  ServerRun sent(int lines) {
    return new ServerRun(experiment, run, artifacts, lines);
  }
}
