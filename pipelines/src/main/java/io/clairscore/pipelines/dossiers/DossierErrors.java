package io.clairscore.pipelines.dossiers;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Refusal;
import java.nio.file.Path;

/** Every reason for which dossiers cannot be built or read. */
final class DossierErrors {

  private DossierErrors() {}

  static Refusal noApplications(Path table) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "There is no client to build a dossier of.",
        "The raw table " + table + " does not exist.",
        "Run ingest first, with at least one application file.");
  }
}
