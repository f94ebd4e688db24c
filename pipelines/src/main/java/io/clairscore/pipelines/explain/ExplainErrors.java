package io.clairscore.pipelines.explain;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason for which a client is not explained. */
final class ExplainErrors {

  private ExplainErrors() {}

  static Refusal noDossiers(Path table) {
    return Refusal.data(
        "There is no client to explain.",
        "The table of dossiers " + table + " does not exist.",
        "Run ingest and dossiers first, or name another --workspace.");
  }

  static Refusal noSuchClient(int client) {
    return Refusal.data(
        "There is no client " + client + ".",
        "No dossier of this workspace has that SK_ID_CURR.",
        "Check the number, or ingest the client's application and build the dossiers first.");
  }
}
