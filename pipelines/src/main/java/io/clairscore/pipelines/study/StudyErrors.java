package io.clairscore.pipelines.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Every reason a study gives its user for stopping. */
final class StudyErrors {

  private StudyErrors() {}

  static Refusal notWritten(Path path, IOException origin) {
    return new Refusal(
        ExitCode.FAILED,
        "Cannot write " + path + ".",
        origin.toString(),
        "Check that this user may write there and that the disk has room, then run again with the"
            + " same --run-id: what is done stays done.",
        origin);
  }

  static Refusal unreadableScores(Path path, IOException origin) {
    return new Refusal(
        ExitCode.FAILED,
        "Cannot read the stored scores " + path + ".",
        origin.toString(),
        "Give the study another --run-id; it then fits its candidates again.",
        origin);
  }

  static Refusal otherVersion(JsonProcessingException origin) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "The study was recorded by another version of Clairscore.",
        origin.getOriginalMessage(),
        "Judge it with the version that made it, or make it again under another --run-id.",
        origin);
  }

  static Refusal unfinished(Path run, String name) {
    return new Refusal(
        ExitCode.USAGE,
        "There is no study in " + run + ", or it has not come so far.",
        "It has no " + name + ".",
        "Run the study first, or name the run and the workspace of one.");
  }

  static Refusal tooManySearchFolds(int search, int folds) {
    return new Refusal(
        ExitCode.USAGE,
        "The search cannot use " + search + " folds.",
        "training.folds is " + folds + ".",
        "Lower study.search.folds, or raise training.folds.");
  }

  static Refusal foldsDamaged(String finding) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "The folds are not what they should be.",
        finding,
        "Compute the features again, and study them under another --run-id.");
  }

  static Refusal shuffledLabelsLearned(double auc, double bound) {
    return new Refusal(
        ExitCode.MODEL_REFUSED,
        "A model of shuffled outcomes predicts them.",
        String.format(
            Locale.ROOT,
            "Its out-of-fold AUC is %.4f, farther from 0.5 than chance explains (%.4f).",
            auc,
            bound),
        "Something of a client reaches the models through the folds; look for clients that are"
            + " in several folds.");
  }
}
