package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.spark.StorageFailure;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Says a failure to a person, once, and chooses the exit status. Spark wraps what a task threw in
 * several layers; the refusal inside still decides.
 */
final class Failures {

  private Failures() {}

  /** Prints what went wrong and returns the exit status. */
  static int explain(Exception error, CommandLine command, ParseResult parsed) {
    Refusal refusal = refusal(error);
    command.getErr().println();
    command.getErr().println(refusal.getMessage());
    if (refusal.kind() == Refusal.Kind.FAILED) {
      refusal.printStackTrace(command.getErr());
    }
    return ExitCode.of(refusal.kind()).status();
  }

  /** The refusal among the causes of an error, or one that describes it. */
  static Refusal refusal(Throwable error) {
    List<Throwable> causes = StorageFailure.causes(error).toList();
    return causes.stream()
        .filter(Refusal.class::isInstance)
        .map(Refusal.class::cast)
        .findFirst()
        .or(() -> StorageFailure.in(error))
        .orElseGet(() -> other(causes, error));
  }

  private static Refusal other(List<Throwable> causes, Throwable error) {
    Refusal refusal =
        causes.stream()
            .filter(OutOfMemoryError.class::isInstance)
            .findFirst()
            .map(
                exhausted ->
                    Refusal.failed(
                        "The memory given to the run does not suffice.",
                        exhausted.toString(),
                        "Give it more heap: CLAIRSCORE_HEAP=8g, or spark.driver.memory under"
                            + " spark-submit."))
            .orElseGet(
                () ->
                    Refusal.failed(
                        "The run failed.",
                        causes.get(causes.size() - 1).toString(),
                        "The trace below says where; start the run again with the same --run-id to"
                            + " continue it."));
    return refusal.from(error);
  }
}
