package io.clairscore.service;

import io.clairscore.service.access.ApiToken;
import io.clairscore.service.access.Doer;
import io.clairscore.service.access.Role;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the tokens of programs. */
@Command(
    name = "tokens",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Keeps tokens, by which programs are known; each change is in the audit trail.",
    subcommands = {
      TokensCommand.Create.class,
      TokensCommand.ListAll.class,
      TokensCommand.Revoke.class
    })
final class TokensCommand {

  /** Makes a token. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a token of an account, and prints its secret, which is nowhere kept.")
  static final class Create implements Runnable {
    @Mixin private AccessOptions access;
    @Spec private CommandSpec spec;

    @Option(
        names = "--account",
        required = true,
        paramLabel = "NAME",
        description = "Account whose it is.")
    private String account;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is for.")
    private String name;

    @Option(
        names = "--roles",
        split = ",",
        paramLabel = "ROLE",
        description =
            "What it may do (default: all that its account may): ${COMPLETION-CANDIDATES}.")
    private Set<Role> roles = Set.of();

    @Option(
        names = "--days",
        paramLabel = "DAYS",
        defaultValue = "90",
        description = "For how long it is valid (default: ${DEFAULT-VALUE}).")
    private int days;

    @Override
    public void run() {
      access.with(
          control ->
              spec.commandLine()
                  .getOut()
                  .println(
                      control
                          .tokens()
                          .create(
                              Doer.commandLine(),
                              control.accounts().named(account).id(),
                              name,
                              roles,
                              Duration.ofDays(days))
                          .secret()));
    }
  }

  /** Lists tokens. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists tokens, without their secrets.")
  static final class ListAll implements Runnable {
    private static final String ROW = "%-20s %-20s %-20s %-34s %-26s %s%n";

    @Mixin private AccessOptions access;
    @Spec private CommandSpec spec;

    @Override
    public void run() {
      access.with(
          control -> {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(ROW, "token", "account", "name", "roles", "expires", "last use");
            control.tokens().all().forEach(token -> print(out, token));
          });
    }

    private static void print(PrintWriter out, ApiToken token) {
      out.printf(
          ROW,
          token.id(),
          token.account(),
          token.name(),
          AccountsCommand.written(token.roles()),
          token.expires(),
          token.lastUsed().map(Instant::toString).orElse("never"));
    }
  }

  /** Revokes a token. */
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Makes a token worthless.")
  static final class Revoke implements Runnable {
    @Mixin private AccessOptions access;

    @Parameters(paramLabel = "TOKEN", description = "Its identifier, as tokens list tells it.")
    private String token;

    @Override
    public void run() {
      access.with(control -> control.tokens().revoke(Doer.commandLine(), token));
    }
  }
}
