package io.clairscore.pipelines.drift.scan;

import io.clairscore.features.refusal.Refusal;
import java.util.Map;

/** Every reason for which a population cannot be scanned. */
final class ScanErrors {

  private ScanErrors() {}

  static Refusal nobody(String population, String kind) {
    return Refusal.data(
        "There is nobody to compare.",
        "The population " + population + " has no rows in " + kind + ".",
        "Check the population: a reference needs clients with a TARGET, a current population"
            + " clients without, or name folders by --reference and --current.");
  }

  static Refusal otherClients(String population, long some, long others) {
    return Refusal.data(
        "The tables of a population do not fit each other.",
        "The population %s has %d applications and %d rows of features."
            .formatted(population, some, others),
        "Run dossiers and features for the newest applications, then compare again.");
  }

  static Refusal notNumbers(String population, Map<String, Long> cells) {
    return Refusal.data(
        "The population " + population + " cannot be read.",
        "Cells that should hold numbers hold something else, by column: " + cells + ".",
        "Correct the file, or ingest it: ingest quarantines such rows and says where they are.");
  }
}
