package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.scorer.event.PredictionEvents;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the SQL that a database administrator runs. */
@Command(
    name = "events-sql",
    mixinStandardHelpOptions = true,
    description =
        "Prints the SQL that makes the table of prediction events on PostgreSQL. The service runs it"
            + " by itself; an administrator can read what is kept.")
final class EventsSqlCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    System.out.print(PredictionEvents.definition("bigint"));
    return ExitCode.DONE.status();
  }
}
