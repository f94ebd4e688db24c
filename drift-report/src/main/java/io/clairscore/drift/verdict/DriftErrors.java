package io.clairscore.drift.verdict;

/** Every reason not to report, in words. */
final class DriftErrors {
  private DriftErrors() {}

  static IllegalArgumentException attributionMissesShift(double sum, double shift) {
    return new IllegalArgumentException(
        "The shift of the score cannot be attributed\n  Cause: the terms add up to "
            + sum
            + ", and the mean score moved by "
            + shift
            + "\n  Remedy: give one term per feature, the mean contribution in the current population"
            + " less that in the reference, in the unit of the means");
  }

  static IllegalArgumentException nothingInCommon() {
    return new IllegalArgumentException(
        "The populations cannot be compared\n  Cause: they have no column in common\n  Remedy:"
            + " compare tables of the same schema");
  }

  static IllegalArgumentException unknownColumn(String name) {
    return new IllegalArgumentException(
        "The report knows no column " + name + "\n  Remedy: name a column of either population");
  }

  static IllegalArgumentException badImportance(String name, double importance) {
    return new IllegalArgumentException(
        "The importance of "
            + name
            + " is "
            + importance
            + "\n  Cause: importances are finite and at least 0\n  Remedy: take them from the model's"
            + " mean absolute contributions");
  }

  static IllegalArgumentException unreadable(String cause) {
    return new IllegalArgumentException(
        "The drift report cannot be read\n  Cause: "
            + cause
            + "\n  Remedy: make the report again with this version of Clairscore");
  }
}
