package io.clairscore.pipelines.export;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;
import java.util.Optional;

/** Every reason publishing gives its user for stopping. */
final class ExportErrors {

  private ExportErrors() {}

  static Refusal noTable(String name, Path path) {
    return Refusal.data(
        "There are no " + name + " to publish.",
        path + " is not a Delta table.",
        "Run the step that makes it, then publish.");
  }

  static Refusal otherDossiers(Optional<Long> source, long dossiers) {
    return Refusal.data(
        "The features are not those of the dossiers to publish.",
        source
                .map(version -> "They were computed from version " + version)
                .orElse("They do not say from which version they were computed")
            + " of the table dossiers, which stands at version "
            + dossiers
            + ".",
        "Compute the features (clairscore features) and score again, then publish.");
  }

  static Refusal otherCatalogue() {
    return Refusal.data(
        "The features are not those of this program.",
        "The feature table was computed by another catalogue.",
        "Compute the features (clairscore features) and train again, then publish.");
  }
}
