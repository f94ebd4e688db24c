package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.ExitCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: one program, one command per step, and {@code run} for all of them. */
@Command(
    name = "clairscore",
    description = "Scores consumer-credit applications and explains every decision.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      GenerateCommand.class,
      IngestCommand.class,
      DossiersCommand.class,
      FeaturesCommand.class,
      TrainCommand.class,
      StudyCommand.class,
      StudyCostsCommand.class,
      DocumentsCommand.class,
      ScoreCommand.class,
      ClientsCommand.class,
      ExplainCommand.class,
      ExportCommand.class,
      DriftCommand.class,
      DriftHistoryCommand.class,
      DriftSimulateCommand.class,
      EventsSqlCommand.class,
      PromoteCommand.class,
      RollbackCommand.class,
      PublishedCommand.class,
      RunsCommand.class,
      DictionaryCommand.class,
      ContentsCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed for a reason not listed here",
      "2:wrong use of the command or of a setting",
      "3:the data are refused",
      "4:drift alarm",
      "5:another run holds the workspace",
      "6:the model is refused"
    })
public final class Clairscore {

  Clairscore() {}

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs a command and returns the status its process should end with. */
  static int execute(String... arguments) {
    ProcessDefaults.settle();
    CommandLine commands = commands();
    if (arguments.length == 0) {
      commands.usage(System.err);
      return ExitCode.USAGE.status();
    }
    try {
      ProcessDefaults.requireReadable(System.getProperty("sun.jnu.encoding"), named(arguments));
    } catch (Refusal unreadable) {
      return Failures.explain(unreadable, commands, null);
    }
    return commands.execute(arguments);
  }

  static CommandLine commands() {
    CommandLine commands = new CommandLine(new Clairscore());
    commands.setExecutionExceptionHandler(Failures::explain);
    commands.setExitCodeExceptionMapper(error -> ExitCode.USAGE.status());
    commands.registerConverter(LocalDate.class, CalendarDates::day);
    commands.registerConverter(YearMonth.class, CalendarDates::month);
    commands.setUsageHelpAutoWidth(true);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    return commands;
  }

  private static List<String> named(String... arguments) {
    List<String> named = new ArrayList<>(List.of(arguments));
    named.add(System.getProperty("user.dir"));
    return named;
  }
}
