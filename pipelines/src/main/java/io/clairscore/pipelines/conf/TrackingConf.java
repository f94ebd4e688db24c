package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;

/**
 * The record of runs, and what a model must fulfil to become champion. The server and its
 * credentials are not settings: the environment names them.
 *
 * @param experiment experiment of the MLflow server that takes the runs
 * @param model name under which the registry keeps the versions of the model
 * @param timeoutSeconds longest time for one call of the server
 * @param gate limits of the gate
 */
public record TrackingConf(String experiment, String model, int timeoutSeconds, GateConf gate) {

  public TrackingConf {
    Require.that(
        Require.present("tracking.experiment", experiment).matches("[\\w][\\w .-]*"),
        "tracking.experiment",
        experiment,
        "made of letters, digits, spaces, dots and dashes");
    Require.that(
        Require.present("tracking.model", model).matches("[\\w][\\w.-]*"),
        "tracking.model",
        model,
        "made of letters, digits, dots and dashes");
    Require.positive("tracking.timeoutSeconds", timeoutSeconds);
    Require.present("tracking.gate", gate);
  }
}
