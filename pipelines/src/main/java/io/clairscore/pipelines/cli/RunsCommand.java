package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.RunLock;
import io.clairscore.pipelines.tracking.RunTable;
import io.clairscore.pipelines.tracking.Tracking;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The records of runs: which there are, and sending them to an MLflow server. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows the recorded runs, or sends them to the server MLFLOW_TRACKING_URI names.")
final class RunsCommand {
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "Shows every recorded run: beginning, status, AUC and cost per client,"
              + " aliases, servers that have it whole.")
  int list(@Mixin Options options) {
    RunTable.lines(tracking(options)).forEach(System.out::println);
    return ExitCode.DONE.status();
  }

  @Command(
      name = "push",
      mixinStandardHelpOptions = true,
      description = "Sends what the server does not have yet; a second time it sends nothing.")
  int push(@Mixin Options options, @ArgGroup(exclusive = true, multiplicity = "1") Which which)
      throws IOException {
    Tracking tracking = tracking(options);
    RunLock lock = RunLock.take(options.workspace(), "runs push");
    try {
      for (String each : which.all ? tracking.runs() : List.of(which.run)) {
        System.out.printf("%s: %d lines sent%n", each, tracking.push(each));
      }
      return ExitCode.DONE.status();
    } catch (Refusal e) {
      // What is wrong with a server is said in words; a trace of our code would not help.
      System.err.println(e.getMessage());
      return ExitCode.of(e.kind()).status();
    } finally {
      lock.close();
    }
  }

  private static Tracking tracking(Options options) {
    return new Tracking(options.workspace(), options.configuration().tracking(), System.getenv());
  }

  /** One run, or all of them. */
  static final class Which {
    @Parameters(paramLabel = "RUN", description = "The run.")
    private String run;

    @Option(names = "--all", description = "Every recorded run.")
    private boolean all;
  }
}
