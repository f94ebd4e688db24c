package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.dossiers.DossierStep;
import picocli.CommandLine.Command;

/** Brings the dossiers up to date. */
@Command(
    name = "dossiers",
    mixinStandardHelpOptions = true,
    description = "Joins the raw tables into one dossier per client, for changed clients only.")
final class DossiersCommand extends WorkspaceCommand {

  @Override
  String work(Application application) {
    return application.call("dossiers", job -> new DossierStep().run(job)).text() + "\n";
  }
}
