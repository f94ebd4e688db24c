package io.clairscore.pipelines.scoring;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Refusal;
import io.clairscore.scorer.BundleRefused;
import java.io.IOException;
import java.nio.file.Path;

/** Every reason scoring gives its user for stopping. */
final class ScoreErrors {

  private ScoreErrors() {}

  static Refusal noModel(Path folder) {
    return new Refusal(
        ExitCode.MODEL_REFUSED,
        "There is no model to score with.",
        folder + " is not a folder.",
        "Train a model first, or name the folder of one under models/.");
  }

  static Refusal otherFeatures(Path folder) {
    return new Refusal(
        ExitCode.MODEL_REFUSED,
        "The model was trained on other features.",
        "The features of " + folder + " and the columns of the feature table differ.",
        "Compute the features with the catalogue of the model, or train again.");
  }

  static Refusal refused(BundleRefused origin) {
    return new Refusal(
        ExitCode.MODEL_REFUSED, origin.problem() + ".", origin.reason(), origin.remedy(), origin);
  }

  static Refusal nobody(boolean all) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "There is nobody to score.",
        all
            ? "The feature table has no rows."
            : "Every client of the feature table has a TARGET, so none is new.",
        all ? "Compute the features first." : "Ingest new clients, or score all clients.");
  }

  static Refusal notWritten(Path path, IOException origin) {
    return new Refusal(
        ExitCode.FAILED,
        "Cannot write " + path + ".",
        origin.toString(),
        "Check that this user may write there and that the disk has room, then run again.",
        origin);
  }
}
