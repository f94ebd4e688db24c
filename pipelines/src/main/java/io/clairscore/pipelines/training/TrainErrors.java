package io.clairscore.pipelines.training;

import io.clairscore.features.refusal.Refusal;
import java.util.Locale;
import java.util.Set;

/** Every reason training gives its user for stopping. */
final class TrainErrors {

  private TrainErrors() {}

  static Refusal noFeatureColumns() {
    return Refusal.data(
        "The feature table has no features.",
        "It has no column besides SK_ID_CURR and TARGET.",
        "Compute the features again.");
  }

  static Refusal noLabelledClients() {
    return Refusal.data(
        "There is nobody to learn from.",
        "No client of the feature table has a TARGET.",
        "Ingest application_train, compute dossiers and features, then train.");
  }

  static Refusal oneClass(int target, long clients) {
    return Refusal.data(
        "A model cannot be learned from one outcome.",
        "All " + clients + " labelled clients have TARGET " + target + ".",
        "Ingest clients who repaid and clients who defaulted.");
  }

  static Refusal tooFew(String outcome, long found, long needed) {
    return Refusal.data(
        "There are too few clients to learn from.",
        String.format(
            Locale.ROOT,
            "%d labelled clients %s; every fold, the hold-out and the early stopping need some,"
                + " %d in all.",
            found,
            outcome,
            needed),
        "Ingest more clients, or lower training.folds.");
  }

  static Refusal featureLeak(Set<String> features, double auc, double limit) {
    return Refusal.model(
        "Suspected leakage: a single feature predicts the outcome too well.",
        String.format(
            Locale.ROOT,
            "%s above the AUC of %.3f that a single feature may have (%s: %.4f).",
            features,
            limit,
            features.iterator().next(),
            auc),
        "Find out whether the feature knows the outcome. If it does not, allow it by name with"
            + " --allow-leakage "
            + features.iterator().next()
            + ".");
  }

  static Refusal modelLeak(String set, double auc, double limit) {
    return Refusal.model(
        "Suspected leakage: the model is too good to be true.",
        String.format(
            Locale.ROOT, "Its AUC %s is %.4f; above %.3f it is not believed.", set, auc, limit),
        "Look for features that know the outcome. If there are none, allow it with"
            + " --allow-leakage "
            + LeakageAlarm.MODEL
            + ".");
  }

  static Refusal scoresTellNothing(double slope) {
    return Refusal.model(
        "The model knows nothing about defaults.",
        "Its out-of-fold scores do not rise with the outcome (slope of Platt's curve: "
            + slope
            + ").",
        "Check the features and TARGET, or train on more clients.");
  }

  static Refusal constantScores() {
    return Refusal.model(
        "The model knows nothing about defaults.",
        "It gives every client the same score: no split improved on the mean.",
        "Train on more clients, or lower training.xgboost.minChildWeight and lambda.");
  }

  static Refusal unknownMonotoneFeature(String name) {
    return Refusal.usage(
        "The risk cannot be bound along " + name + ".",
        "training.monotone names it, but the model may learn from no feature of that name under this"
            + " training.profile.",
        "Correct the name in training.monotone.rising or training.monotone.falling, or leave it"
            + " out.");
  }

  static Refusal tooManyThreads(int threads, int cores) {
    return Refusal.usage(
        "The Spark application cannot train with " + threads + " threads.",
        "XGBoost uses no more threads than a Spark task has cores, and spark.task.cpus is "
            + cores
            + ".",
        "Set spark.task.cpus to training.threads, or training.threads to " + cores + ".");
  }
}
