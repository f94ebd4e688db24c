package io.clairscore.pipelines.tracking;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every reason tracking gives its user for stopping. */
final class TrackingErrors {
  private static final String LATER = "scripts/clairscore runs push --all";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;

  private TrackingErrors() {}

  static Refusal unreadable(Path file, IOException origin) {
    return Refusal.failed(
            "Cannot read " + file + ".",
            origin.toString(),
            "Check that the file exists, is whole and may be read by this user.")
        .from(origin);
  }

  static Refusal otherParameter(String run, String key, String earlier, String now) {
    return Refusal.data(
        "Run " + run + " was recorded with another " + key + ".",
        "It was " + earlier + " in an earlier attempt and is " + now + " now.",
        "Give this run another --run-id, or repeat it with exactly the earlier settings and data.");
  }

  static Refusal notAServer(String name) {
    return Refusal.usage(
        MlflowServer.URI_VARIABLE + " does not name a server: " + name + ".",
        "Records are sent over HTTP, to an address such as http://127.0.0.1:5000; credentials are"
            + " not part of it.",
        "Start a server (scripts/mlflow start), name its address, and give credentials in"
            + " MLFLOW_TRACKING_USERNAME and _PASSWORD or MLFLOW_TRACKING_TOKEN.");
  }

  static Refusal notAHost(String name) {
    return Refusal.usage(
        MlflowServer.URI_VARIABLE + " does not name a host that can be called: " + name + ".",
        "Names of hosts have letters without accents, digits, dots and dashes, no underscores (RFC"
            + " 1123); ports go up to 65535.",
        "Name the server by its address, or by another of its names (under Docker Compose, an alias"
            + " of the service), then send what is missing: "
            + LATER);
  }

  static Refusal notAToken() {
    return Refusal.usage(
        "MLFLOW_TRACKING_TOKEN cannot be sent.",
        "It holds a blank, a line end or another character that no token has.",
        "Set it to the token alone, then send what is missing: " + LATER);
  }

  static Refusal noServer() {
    return Refusal.usage(
        "There is no server to send records to.",
        MlflowServer.URI_VARIABLE + " is not set.",
        "Set it to the address of an MLflow server; scripts/mlflow start starts one here.");
  }

  static Refusal noRecord(String run, Workspace workspace) {
    return Refusal.usage(
        "Run " + run + " has no record.",
        "There is none in " + Tracking.folder(workspace, run) + ".",
        "Choose one that the command runs list shows.");
  }

  static Refusal unreachable(String server, Duration limit, Exception origin) {
    return Refusal.failed(
            "The MLflow server " + server + " does not answer.",
            cause(origin) + " (limit " + limit.toSeconds() + " s)",
            "Check that it runs and can be reached from here, then send what is missing: " + LATER)
        .from(origin);
  }

  static Refusal notMlflow(String server, String answer) {
    return Refusal.failed(
        "What answers at " + server + " is not MLflow.",
        "It sends " + answer + ", and MLflow other documents.",
        "Check the address; if a proxy before the server asks for a login, give credentials in"
            + " MLFLOW_TRACKING_USERNAME and _PASSWORD or MLFLOW_TRACKING_TOKEN; then: "
            + LATER);
  }

  /** Java says nothing more of a connection that was refused. */
  private static String cause(Exception origin) {
    return origin instanceof ConnectException && origin.getMessage() == null
        ? "The connection is refused: nothing listens there"
        : origin.toString();
  }

  static Refusal refused(String server, ServerRefused origin) {
    String remedy =
        switch (origin.status()) {
          case UNAUTHORIZED, FORBIDDEN ->
              "Check MLFLOW_TRACKING_USERNAME and _PASSWORD, or MLFLOW_TRACKING_TOKEN, and the"
                  + " rights of that user; then: ";
          case TOO_LARGE -> "Let the server or the proxy before it take larger files; then: ";
          default -> "Correct it on the server, or wait until it is well again; then: ";
        };
    return Refusal.failed(
            "The MLflow server " + server + " refuses the record.",
            "HTTP " + origin.status() + ": " + origin.getMessage(),
            remedy + LATER)
        .from(origin);
  }

  static Refusal artifactsNotProxied(String server, String root) {
    return Refusal.failed(
        "The MLflow server " + server + " takes no artifacts over HTTP.",
        "It keeps them at " + root + ", which only it or its storage can write.",
        "Start it with --serve-artifacts and --artifacts-destination, and name another experiment"
            + " (tracking.experiment): an experiment keeps the place it was created with.");
  }

  static Refusal noChallenger() {
    return Refusal.model(
        "There is no challenger to promote.",
        "No model has been trained in this workspace since models/aliases.json is kept.",
        "Train a model, or name the run that trained one.");
  }

  static Refusal notJudged(String run, Refusal origin) {
    return notJudged(run, origin.problem() + ": " + origin.reason(), origin);
  }

  static Refusal noEvidence(String run, Path predictions, IOException origin) {
    return notJudged(run, predictions + ": " + origin.getMessage(), origin);
  }

  private static Refusal notJudged(String run, String cause, Exception origin) {
    return Refusal.model(
            "The model of run " + run + " cannot be judged.",
            cause,
            "Name a run that the command runs list shows, or train the model again.")
        .from(origin);
  }

  static Refusal gate(String run, List<String> reasons) {
    return Refusal.model(
        "The model of run " + run + " does not pass the gate.",
        String.join("; ", reasons),
        "Improve the model and train again. The limits are tracking.gate in conf/clairscore.yaml;"
            + " changing them is a decision to write down.");
  }
}
