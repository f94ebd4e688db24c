package io.clairscore.scorer;

import io.clairscore.features.refusal.Refusal;

/** Every reason to refuse an XGBoost model, in words. */
final class ModelErrors {
  private static final String EXPORT_AGAIN =
      "Export the model again with XGBoost " + ModelReader.VERSION + " as model.json.";

  private ModelErrors() {}

  static Refusal unreadable(Exception origin) {
    return Refusal.model(
            "The model is not readable JSON of an XGBoost model.",
            firstLine(origin),
            "Copy the bundle again, or export it again: the file is truncated or damaged.")
        .from(origin);
  }

  static Refusal tooLarge(long bytes, long limit) {
    return Refusal.model(
        "The model file is too large.",
        "It has " + bytes + " bytes, and no model above " + limit + " bytes is read.",
        "Check that the file is a model; train with fewer or shallower trees.");
  }

  static Refusal missing(String field) {
    return Refusal.model(
        "The model is incomplete.", "The field " + field + " is missing.", EXPORT_AGAIN);
  }

  static Refusal version(String found) {
    return Refusal.model(
        "The model was written by another version of XGBoost.",
        "It says version "
            + found
            + "; margins are proven identical for "
            + ModelReader.VERSION
            + ".",
        EXPORT_AGAIN);
  }

  static Refusal kind(String what, String found, String expected) {
    return Refusal.model(
        "The model is of another kind than the scorer reads.",
        "Its " + what + " is " + found + " instead of " + expected + ".",
        "Train with objective binary:logistic and booster gbtree, one target.");
  }

  static Refusal baseScore(String found) {
    return Refusal.model(
        "The model's base score is unusable.",
        "base_score is \"" + found + "\" instead of one probability between 0 and 1.",
        EXPORT_AGAIN);
  }

  static Refusal categorySplit(int tree) {
    return Refusal.model(
        "The model splits on categories.",
        "Tree " + tree + " holds category splits; features are numbers only.",
        "Train without enable_categorical on the features of the catalogue.");
  }

  static Refusal brokenTree(int tree, String what) {
    return Refusal.model(
        "The model has a broken tree.", "In tree " + tree + " " + what + ".", EXPORT_AGAIN);
  }

  static Refusal trees(int found, int infos, int announced) {
    return Refusal.model(
        "The model does not hold the trees it announces.",
        "It announces " + announced + " trees, holds " + found + ", and describes " + infos + ".",
        EXPORT_AGAIN);
  }

  static Refusal featureName(int position, String found, String expected) {
    return Refusal.model(
        "The model was trained on other features than its bundle lists.",
        "Feature " + position + " is " + found + " in the model, " + expected + " in the bundle.",
        "Put model.json and bundle.json of the same training run together.");
  }

  static Refusal featureCount(int found, int expected) {
    return Refusal.model(
        "The model reads another number of features than its bundle lists.",
        "The model reads " + found + " features, the bundle lists " + expected + ".",
        "Put model.json and bundle.json of the same training run together.");
  }

  /** Jackson's further lines quote the document, which tells a person nothing. */
  static String firstLine(Exception origin) {
    String line = String.valueOf(origin.getMessage()).lines().findFirst().orElse("No details");
    return line.endsWith(".") ? line : line + ".";
  }
}
