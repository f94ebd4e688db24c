package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.study.StudyStep;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares models. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = {
      "Compares models from simple to complex on the same folds and hold-out as train.",
      "It writes runs/<run id>/study. The same run id continues a study that was cut off."
    })
final class StudyCommand extends WorkspaceCommand {

  @Mixin private LeakageOption leakage;

  @Override
  Report work(Application application) {
    application.call(
        "study",
        job -> {
          try (StudyStep study = new StudyStep(job, leakage.allowed())) {
            study.fitSimple();
          }
          return null;
        });
    List<String> lines =
        application.callTraining(
            job -> {
              try (StudyStep study = new StudyStep(job, leakage.allowed())) {
                return study.fitBoosted();
              }
            });
    return () -> lines;
  }
}
