package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.dossiers.DossierStep;
import io.clairscore.pipelines.run.Report;
import picocli.CommandLine.Command;

/** Brings the dossiers up to date. */
@Command(
    name = "dossiers",
    mixinStandardHelpOptions = true,
    description = "Joins the raw tables into one dossier per client, for changed clients only.")
final class DossiersCommand extends WorkspaceCommand {

  @Override
  Report work(Application application) {
    return application.call("dossiers", DossierStep::run);
  }
}
