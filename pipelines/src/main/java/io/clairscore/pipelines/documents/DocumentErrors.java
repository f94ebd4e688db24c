package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Refusal;
import io.clairscore.scorer.BundleRefused;
import java.io.IOException;
import java.nio.file.Path;

/** Every reason for which no documents are written. */
final class DocumentErrors {

  private DocumentErrors() {}

  static Refusal noModel(Path folder, String run) {
    return new Refusal(
        ExitCode.MODEL_REFUSED,
        "Run " + run + " has no model to document.",
        folder + " holds no bundle.",
        "Train one with the command train, or name a run that did with --run.");
  }

  static Refusal noEvidence(Path file) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "The evidence of the training is incomplete.",
        "There is no " + file + ".",
        "Documents take every figure from it: bring the file back, or train again.");
  }

  static Refusal damaged(Path file, String cause) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "Cannot read " + file + ".",
        cause,
        "Bring the file back as the run wrote it, or train again.");
  }

  static Refusal damagedStudy(Path file, String cause) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "Cannot read " + file + ".",
        cause,
        "Run the study again, or move its folder away: the documents are complete without it.");
  }

  static Refusal otherEvidence(Path folder, String run) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "The evidence is not that of model " + run + ".",
        "Number of clients, folds or cost at the threshold in "
            + folder
            + " differ from what the bundle says.",
        "Bring back bundle and evidence of one training, or train again.");
  }

  static Refusal refused(BundleRefused origin) {
    return new Refusal(
        ExitCode.MODEL_REFUSED, origin.problem() + ".", origin.reason(), origin.remedy(), origin);
  }

  static Refusal notWritten(Path folder, IOException origin) {
    return new Refusal(
        ExitCode.FAILED,
        "Cannot write the documents to " + folder + ".",
        origin.toString(),
        "Check that this user may write there and that the disk has room, then run again.",
        origin);
  }
}
