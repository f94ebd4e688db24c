package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.run.Report;
import java.util.List;
import picocli.CommandLine.Command;

/** Makes the champion before the present one champion again. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Makes the champion before the present one champion again.")
final class RollbackCommand extends WorkspaceCommand {

  @Override
  Report work(Application application) {
    String champion = PromoteCommand.promotion(application).rollBack();
    return () -> List.of("Run " + champion + " is champion again.");
  }
}
