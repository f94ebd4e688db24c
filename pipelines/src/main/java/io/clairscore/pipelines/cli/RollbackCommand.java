package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.run.Report;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Makes the champion before the present one champion again. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the champion before the present one champion again.",
      "The newest version that was published of it becomes live, if there is one."
    })
final class RollbackCommand extends WorkspaceCommand {

  @Override
  Report work(Application application) {
    String champion = PromoteCommand.promotion(application).rollBack();
    List<String> lines = new ArrayList<>(List.of("Run " + champion + " is champion again."));
    lines.addAll(PublishedCommand.outlook(application.workspace()));
    return () -> lines;
  }
}
