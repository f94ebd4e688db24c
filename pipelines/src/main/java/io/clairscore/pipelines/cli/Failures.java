package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.ExitCode;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns whatever ends a run into words and an exit status. */
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
    List<Throwable> causes = causes(error);
    for (Throwable cause : causes) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    for (Throwable cause : causes) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("no space left on device") || message.contains("disk quota exceeded")) {
        return failed(
            "The disk is full.",
            cause.toString(),
            "Free some space, then start the run again with the same --run-id:"
                + " nothing was left half-written.",
            error);
      }
      if (cause instanceof AccessDeniedException || message.contains("permission denied")) {
        return failed(
            "A file or folder may not be written or read.",
            cause.toString(),
            "Give this user the right to it, then start the run again with the same --run-id.",
            error);
      }
      if (cause instanceof OutOfMemoryError) {
        return failed(
            "The memory given to the run does not suffice.",
            cause.toString(),
            "Give it more heap: CLAIRSCORE_HEAP=8g, or spark.driver.memory under spark-submit.",
            error);
      }
    }
    return failed(
        "The run failed.",
        causes.get(causes.size() - 1).toString(),
        "The trace below says where; start the run again with the same --run-id to continue it.",
        error);
  }

  private static Refusal failed(String problem, String cause, String remedy, Throwable origin) {
    return Refusal.failed(problem, cause, remedy).from(origin);
  }

  private static List<Throwable> causes(Throwable error) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable at = error; at != null && !causes.contains(at); at = at.getCause()) {
      causes.add(at);
    }
    return causes;
  }
}
