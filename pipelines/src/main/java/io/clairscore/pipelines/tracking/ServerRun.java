package io.clairscore.pipelines.tracking;

/**
 * What is known of a record on one server.
 *
 * @param experiment identifier of the experiment there
 * @param run identifier of the run there
 * @param artifactUri where the server keeps the run's artifacts: {@code mlflow-artifacts:/<path>},
 *     or with its host before the path
 * @param sent lines of the record that the server has
 */
record ServerRun(String experiment, String run, String artifactUri, int sent) {
  private static final String SCHEME = "mlflow-artifacts:";

  /** Whether the server takes artifacts over HTTP. */
  boolean proxied() {
    return artifactUri.startsWith(SCHEME);
  }

  /** Path of a file below the root of the proxied artifacts. */
  String uploadPath(String file) {
    String path = artifactUri.substring(SCHEME.length()).replaceFirst("^//[^/]*", "");
    return path.replaceFirst("^/+", "") + "/" + file;
  }

  ServerRun sent(int lines) {
    return new ServerRun(experiment, run, artifactUri, lines);
  }
}
