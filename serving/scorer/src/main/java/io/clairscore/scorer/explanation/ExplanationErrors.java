package io.clairscore.scorer.explanation;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.NumberColumn;

/** Every reason not to explain a dossier, in words. */
final class ExplanationErrors {
  private ExplanationErrors() {}

  static Refusal nothingKnown() {
    return Refusal.data(
        "The dossier says nothing about the client.",
        "Every column of its application is empty or unknown, so a score would be nobody's.",
        "Fill in the application, at least what the client asked for and earns.");
  }

  static Refusal impossible(NumberColumn column, int row) {
    return Refusal.data(
        "The dossier holds an impossible number.",
        "%s, row %d, is infinite or outside %s to %s."
            .formatted(column, row + 1, column.min(), column.max()),
        "Correct the value, or leave it out if it is unknown.");
  }
}
