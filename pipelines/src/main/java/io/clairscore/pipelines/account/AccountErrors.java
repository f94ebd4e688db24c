package io.clairscore.pipelines.account;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason for which no documents are written. */
final class AccountErrors {

  private AccountErrors() {}

  static Refusal noModel(Path folder, String run) {
    return Refusal.model(
        "Run " + run + " has no model to document.",
        folder + " holds no bundle.",
        "Train one with the command train, or name a run that did with --run.");
  }

  static Refusal noEvidence(Path file) {
    return Refusal.data(
        "The evidence of the training is incomplete.",
        "There is no " + file + ".",
        "Documents take every figure from it: bring the file back, or train again.");
  }

  static Refusal damaged(Path file, String cause) {
    return Refusal.data(
        "Cannot read " + file + ".",
        cause,
        "Bring the file back as the run wrote it, or train again.");
  }

  static Refusal otherEvidence(Path folder, String run) {
    return Refusal.data(
        "The evidence is not that of model " + run + ".",
        "Number of clients, folds or cost at the threshold in "
            + folder
            + " differ from what the bundle says.",
        "Bring back bundle and evidence of one training, or train again.");
  }
}
