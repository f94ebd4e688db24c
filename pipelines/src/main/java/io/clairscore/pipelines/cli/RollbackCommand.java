package io.clairscore.pipelines.cli;

import picocli.CommandLine.Command;

/** Makes the champion before the present one champion again. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Makes the champion before the present one champion again.")
final class RollbackCommand extends WorkspaceCommand {

  @Override
  String work(Application application) {
    return "Run " + PromoteCommand.promotion(application).rollBack() + " is champion again.\n";
  }
}
