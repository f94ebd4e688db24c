package io.clairscore.scorer;

/** Every reason to refuse an XGBoost model, in words. */
final class ModelErrors {
  private static final String EXPORT_AGAIN =
      "Export the model again with XGBoost " + ModelReader.VERSION + " as model.json.";

  private ModelErrors() {}

  static BundleRefused unreadable(Exception origin) {
    return refused(
        "The model is not readable JSON of an XGBoost model",
        firstLine(origin),
        "Copy the bundle again, or export it again: the file is truncated or damaged.",
        origin);
  }

  static BundleRefused tooLarge(long bytes, long limit) {
    return refused(
        "The model file is too large",
        "It has " + bytes + " bytes, and no model above " + limit + " bytes is read",
        "Check that the file is a model; train with fewer or shallower trees.");
  }

  static BundleRefused missing(String field) {
    return refused("The model is incomplete", "The field " + field + " is missing", EXPORT_AGAIN);
  }

  static BundleRefused version(String found) {
    return refused(
        "The model was written by another version of XGBoost",
        "It says version " + found + "; margins are proven identical for " + ModelReader.VERSION,
        EXPORT_AGAIN);
  }

  static BundleRefused kind(String what, String found, String expected) {
    return refused(
        "The model is of another kind than the scorer reads",
        "Its " + what + " is " + found + " instead of " + expected,
        "Train with objective binary:logistic and booster gbtree, one target.");
  }

  static BundleRefused baseScore(String found) {
    return refused(
        "The model's base score is unusable",
        "base_score is \"" + found + "\" instead of one probability between 0 and 1",
        EXPORT_AGAIN);
  }

  static BundleRefused categorySplit(int tree) {
    return refused(
        "The model splits on categories",
        "Tree " + tree + " holds category splits; features are numbers only",
        "Train without enable_categorical on the features of the catalogue.");
  }

  static BundleRefused brokenTree(int tree, String what) {
    return refused("The model has a broken tree", "In tree " + tree + " " + what, EXPORT_AGAIN);
  }

  static BundleRefused trees(int found, int infos, int announced) {
    return refused(
        "The model does not hold the trees it announces",
        "It announces " + announced + " trees, holds " + found + ", and describes " + infos,
        EXPORT_AGAIN);
  }

  static BundleRefused featureName(int position, String found, String expected) {
    return refused(
        "The model was trained on other features than its bundle lists",
        "Feature " + position + " is " + found + " in the model, " + expected + " in the bundle",
        "Put model.json and bundle.json of the same training run together.");
  }

  static BundleRefused featureCount(int found, int expected) {
    return refused(
        "The model reads another number of features than its bundle lists",
        "The model reads " + found + " features, the bundle lists " + expected,
        "Put model.json and bundle.json of the same training run together.");
  }

  private static BundleRefused refused(String problem, String reason, String remedy) {
    return new BundleRefused(problem, reason, remedy, null);
  }

  private static BundleRefused refused(
      String problem, String reason, String remedy, Throwable origin) {
    return new BundleRefused(problem, reason, remedy, origin);
  }

  /** Jackson's further lines quote the document, which tells a person nothing. */
  static String firstLine(Exception origin) {
    return String.valueOf(origin.getMessage()).lines().findFirst().orElse("no details");
  }
}
