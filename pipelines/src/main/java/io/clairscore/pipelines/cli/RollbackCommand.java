package io.clairscore.pipelines.cli;

import picocli.CommandLine.Command;

/** Makes the champion before the present one champion again. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the champion before the present one champion again, and the newest version that was",
      "published of it live, if there is one."
    })
final class RollbackCommand extends WorkspaceCommand {

  @Override
  String work(Application application) {
    String champion = PromoteCommand.promotion(application).rollBack();
    return "Run "
        + champion
        + " is champion again.\n"
        + String.join("\n", PublishedCommand.outlook(application.workspace()))
        + "\n";
  }
}
