package io.clairscore.pipelines.dossiers;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason for which dossiers cannot be built or read. */
final class DossierErrors {

  private DossierErrors() {}

  static Refusal noApplications(Path table) {
    return Refusal.data(
        "There is no client to build a dossier of.",
        "The raw table " + table + " does not exist.",
        "Run ingest first, with at least one application file.");
  }
}
