package io.clairscore.service.population.selection;

import io.clairscore.features.refusal.Refusal;

/** Every reason to refuse a question about the population. What was asked is never repeated. */
final class SelectionErrors {
  private static final String COLUMNS =
      "Take a column that the list of columns of the population names.";

  private SelectionErrors() {}

  static Refusal unknownColumn() {
    return Refusal.usage(
        "The population has no such column.", "It is not one of the dictionary.", COLUMNS);
  }

  static Refusal notVisible(ExploredColumn column) {
    return Refusal.usage(
        "The population is not explored by " + column + ".",
        "The column may not decide about a credit, and your role does not measure by it.",
        COLUMNS);
  }

  static Refusal noNumber(ExploredColumn column) {
    return Refusal.usage(
        column + " holds no numbers.", "It is a category.", "Take a column of numbers.");
  }

  static Refusal noFilter() {
    return Refusal.usage(
        "A filter cannot be read.",
        "It has no colon between its column and its condition.",
        "Write column:value, column:min..max or column:missing.");
  }

  static Refusal unknownValue(ExploredColumn column) {
    return Refusal.usage(
        "A filter on " + column + " asks for a value that it has not.",
        "It is not among the values of the column, or your role does not look for it.",
        "Take values that the facets or the dictionary name, or missing.");
  }

  static Refusal twoRanges(ExploredColumn column) {
    return Refusal.usage(
        "Two filters stand on " + column + ".",
        "Several may stand on a category only.",
        "Write one range.");
  }

  static Refusal noRange(ExploredColumn column) {
    return Refusal.usage(
        "A filter on " + column + " is no range.",
        "The column holds numbers.",
        "Write " + column + ":min..max, min.. or ..max, or missing.");
  }

  static Refusal emptyRange(ExploredColumn column) {
    return Refusal.usage(
        "A filter on " + column + " can hold for nobody.",
        "Its range ends before it begins.",
        "Write the smaller number first.");
  }

  static Refusal impossible(ExploredColumn column, Scale scale) {
    return Refusal.usage(
        "A filter on " + column + " has an impossible end.",
        "Values lie between " + scale.min() + " and " + scale.max() + ".",
        "Stay within them, or leave the end out.");
  }

  static Refusal tooMany(int most) {
    return Refusal.usage(
        "There are too many filters.",
        "More than " + most + " of them are no question.",
        "Ask with fewer.");
  }
}
