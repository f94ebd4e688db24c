package io.clairscore.pipelines.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was typed, to be pasted again; who logs in at an address is left out. */
final class TypedCommand {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=,+@%-]+");
  private static final Pattern LOGIN =
      Pattern.compile("(?<=://)[^/@\\s]*@|(?<=[?&])(user|password)=[^&]*&?");

  private TypedCommand() {}

  /** The whole command line that a command is part of. */
  static String of(CommandSpec spec) {
    return of(spec.root().commandLine().getParseResult().originalArgs());
  }

  static String of(List<String> arguments) {
    return Outlook.PROGRAM
        + arguments.stream()
            .map(TypedCommand::withoutLogin)
            .map(TypedCommand::quoted)
            .collect(Collectors.joining(" ", " ", ""));
  }

  static String withoutLogin(String argument) {
    return LOGIN.matcher(argument).replaceAll("");
  }

  /** An argument for a shell. */
  static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
