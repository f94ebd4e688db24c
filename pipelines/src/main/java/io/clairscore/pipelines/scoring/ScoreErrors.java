package io.clairscore.pipelines.scoring;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason scoring gives its user for stopping. */
final class ScoreErrors {

  private ScoreErrors() {}

  static Refusal noModel(Path folder) {
    return Refusal.model(
        "There is no model to score with.",
        folder + " is not a folder.",
        "Train a model first, or name the folder of one under models/.");
  }

  static Refusal otherFeatures(Path folder) {
    return Refusal.model(
        "The model was trained on other features.",
        "The features of " + folder + " and the columns of the feature table differ.",
        "Compute the features with the catalogue of the model, or train again.");
  }

  static Refusal nobody(boolean all) {
    return Refusal.data(
        "There is nobody to score.",
        all
            ? "The feature table has no rows."
            : "Every client of the feature table has a TARGET, so none is new.",
        all ? "Compute the features first." : "Ingest new clients, or score all clients.");
  }
}
