package io.clairscore.service;

import io.clairscore.features.refusal.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code clairscore-service.jar}. */
@Command(
    name = "clairscore-service",
    description = "Answers and explains credit decisions online, from what export published.",
    mixinStandardHelpOptions = true,
    version = "clairscore-service 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      RehearseCommand.class,
      AccountsCommand.class,
      TokensCommand.class,
      EventsCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed for a reason not listed here",
      "2:wrong use of the command or of a setting",
      "3:the data are refused",
      "5:another process holds the store",
      "6:the model is refused"
    })
public final class Main {

  Main() {}

  /** Runs a command; without one, serves. */
  public static void main(String[] arguments) {
    int status = execute(arguments.length == 0 ? new String[] {"serve"} : arguments);
    System.exit(status);
  }

  /** Runs a command and returns the status its process should end with. */
  static int execute(String... arguments) {
    return commands().execute(arguments);
  }

  /** The commands, which explain what they refuse. */
  static CommandLine commands() {
    CommandLine commands = new CommandLine(new Main());
    commands.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, command));
    commands.setUsageHelpAutoWidth(true);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    return commands;
  }

  private static int explain(Exception fault, CommandLine command) {
    Refusal refusal =
        fault instanceof Refusal known
            ? known
            : Refusal.failed(
                    "The service failed.",
                    fault.toString(),
                    "The trace below says where; report it with the log.")
                .from(fault);
    command.getErr().println();
    command.getErr().println(refusal.getMessage());
    if (refusal.kind() == Refusal.Kind.FAILED) {
      refusal.printStackTrace(command.getErr());
    }
    return switch (refusal.kind()) {
      case USAGE -> 2;
      case DATA -> 3;
      case LOCKED -> 5;
      case MODEL -> 6;
      case FAILED -> 1;
    };
  }
}
