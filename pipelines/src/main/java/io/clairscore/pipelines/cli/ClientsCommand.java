package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.clients.ClientList;
import io.clairscore.pipelines.clients.ClientsRequest;
import io.clairscore.pipelines.clients.ClientsStep;
import io.clairscore.pipelines.clients.Proposed;
import io.clairscore.pipelines.run.ExitCode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists clients to explain. It only reads, so it may run beside another run. */
@Command(
    name = "clients",
    mixinStandardHelpOptions = true,
    description = {
      "Lists refused, reviewed and accepted clients with points and level of risk.",
      "Refused and accepted ones nearest the threshold come first; explain tells why one has that"
          + " score."
    })
final class ClientsCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Option(
      names = "--decision",
      paramLabel = "refused|review|accepted",
      split = ",",
      description = "Only clients to whom this is proposed (default: some of each).")
  private List<Proposed> proposed = List.of(Proposed.values());

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Scoring date (default: the newest).")
  private LocalDate date;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "5",
      description = "Most clients of each decision (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit: " + limit + " is no number of clients; name 1 or more");
    }
    ClientsRequest request = new ClientsRequest(proposed, date, limit);
    ClientList list = Application.of(options).call("clients", job -> ClientsStep.run(job, request));
    list.lines().forEach(new PrintStream(System.out, true, StandardCharsets.UTF_8)::println);
    return ExitCode.DONE.status();
  }
}
