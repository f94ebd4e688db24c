package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.study.StudyStep;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares models. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = {
      "Compares models from simple to complex on the same folds and hold-out as train, and writes",
      "runs/<run id>/study. The same run id continues a study that was cut off."
    })
final class StudyCommand extends WorkspaceCommand {

  @Option(
      names = "--allow-leakage",
      split = ",",
      paramLabel = "NAME",
      description = "Leakage alarms that were looked into: names of features, or 'model'.")
  private Set<String> allowed = Set.of();

  @Override
  String work(Application application) {
    application.call(
        "study",
        job -> {
          try (StudyStep study = new StudyStep(job, allowed)) {
            study.fitSimple();
          }
          return null;
        });
    List<String> lines =
        application.callTraining(
            job -> {
              try (StudyStep study = new StudyStep(job, allowed)) {
                return study.fitBoosted();
              }
            });
    return String.join("\n", lines) + "\n";
  }
}
