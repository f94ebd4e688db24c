package io.clairscore.pipelines.explain;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Refusal;
import io.clairscore.scorer.BundleRefused;
import io.clairscore.scorer.explanation.DossierRefused;
import java.nio.file.Path;

/** Every reason for which a client is not explained. */
final class ExplainErrors {

  private ExplainErrors() {}

  static Refusal noDossiers(Path table) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "There is no client to explain.",
        "The table of dossiers " + table + " does not exist.",
        "Run ingest and dossiers first, or name another --workspace.");
  }

  static Refusal noSuchClient(int client) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "There is no client " + client + ".",
        "No dossier of this workspace has that SK_ID_CURR.",
        "Check the number, or ingest the client's application and build the dossiers first.");
  }

  static Refusal refused(DossierRefused origin) {
    return new Refusal(
        ExitCode.DATA_REFUSED, origin.problem(), origin.reason(), origin.remedy(), origin);
  }

  static Refusal refused(BundleRefused origin) {
    return new Refusal(
        ExitCode.MODEL_REFUSED, origin.problem() + ".", origin.reason(), origin.remedy(), origin);
  }
}
