package io.clairscore.pipelines.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Every reason a study gives its user for stopping. */
final class StudyErrors {

  private StudyErrors() {}

  static Refusal unreadableScores(Path path, IOException origin) {
    return Refusal.failed(
            "Cannot read the stored scores " + path + ".",
            origin.toString(),
            "Give the study another --run-id; it then fits its candidates again.")
        .from(origin);
  }

  static Refusal otherVersion(JsonProcessingException origin) {
    return Refusal.data(
            "The study was recorded by another version of Clairscore.",
            origin.getOriginalMessage(),
            "Judge it with the version that made it, or make it again under another --run-id.")
        .from(origin);
  }

  static Refusal unfinished(Path run, String name) {
    return Refusal.usage(
        "There is no study in " + run + ", or it has not come so far.",
        "It has no " + name + ".",
        "Run the study first, or name the run and the workspace of one.");
  }

  static Refusal tooManySearchFolds(int search, int folds) {
    return Refusal.usage(
        "The search cannot use " + search + " folds.",
        "training.folds is " + folds + ".",
        "Lower study.search.folds, or raise training.folds.");
  }

  static Refusal foldsDamaged(String finding) {
    return Refusal.data(
        "The folds are not what they should be.",
        finding,
        "Compute the features again, and study them under another --run-id.");
  }

  static Refusal shuffledLabelsLearned(double auc, double bound) {
    return Refusal.model(
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
