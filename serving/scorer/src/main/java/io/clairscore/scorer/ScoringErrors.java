package io.clairscore.scorer;

/** Every reason to refuse a feature vector, in words. */
final class ScoringErrors {
  private ScoringErrors() {}

  static IllegalArgumentException vectorLength(int found, int expected) {
    return new IllegalArgumentException(
        "A feature vector does not fit the model\n  Cause: it has "
            + found
            + " values, the model reads "
            + expected
            + "\n  Remedy: compute the vector with the catalogue the bundle was trained on");
  }

  static IllegalArgumentException infinite(int position, float value) {
    return new IllegalArgumentException(
        "A feature vector cannot be scored\n  Cause: the value at position "
            + position
            + " is "
            + value
            + ", which no model was trained on\n  Remedy: correct the dossier; a value that is not"
            + " known is missing, not infinite");
  }
}
