package io.clairscore.service;

import io.clairscore.service.access.Account;
import io.clairscore.service.access.Accounts;
import io.clairscore.service.access.Doer;
import io.clairscore.service.access.Role;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps accounts. */
@Command(
    name = "accounts",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Keeps accounts, whether the service runs or not; a running one knows within 3 seconds.",
      "Each change is in the audit trail, by the name of the user at the command line."
    },
    subcommands = {
      AccountsCommand.Create.class,
      AccountsCommand.ListAll.class,
      AccountsCommand.Disable.class,
      AccountsCommand.Enable.class,
      AccountsCommand.Delete.class,
      AccountsCommand.Password.class,
      AccountsCommand.ChangeRoles.class
    })
final class AccountsCommand {

  /** Makes an account. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes an account, and prints its one-time password.")
  static final class Create implements Runnable {
    @Mixin private AccessOptions access;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Option(
        names = "--roles",
        required = true,
        split = ",",
        paramLabel = "ROLE",
        description = "What it may do: ${COMPLETION-CANDIDATES}; several with commas.")
    private Set<Role> roles;

    @Option(names = "--program", description = "It is a program's: it has tokens, and no password.")
    private boolean program;

    @Override
    public void run() {
      access.with(
          control ->
              control
                  .accounts()
                  .create(Doer.commandLine(), name, program, roles)
                  .password()
                  .ifPresent(spec.commandLine().getOut()::println));
    }
  }

  /** Lists accounts. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists accounts with their last use, and the seats of each role.")
  static final class ListAll implements Runnable {
    private static final String ROW = "%-24s %-9s %-34s %-9s %s%n";

    @Mixin private AccessOptions access;
    @Spec private CommandSpec spec;

    @Option(
        names = "--idle-days",
        paramLabel = "DAYS",
        description = "Only accounts that nobody has used for so long.")
    private Integer idleDays;

    @Override
    public void run() {
      access.with(control -> print(control.accounts()));
    }

    private void print(Accounts accounts) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf(ROW, "name", "way", "roles", "state", "last use");
      accounts.all().stream()
          .filter(
              account ->
                  idleDays == null || account.idleFor(Duration.ofDays(idleDays), Instant.now()))
          .forEach(account -> print(out, account, accounts.isIdle(account)));
      out.println();
      for (Accounts.Seat seat : accounts.seats()) {
        out.printf(
            "%-14s %d of %s%n",
            seat.role(), seat.taken(), seat.most() == 0 ? "any number" : seat.most());
      }
    }

    private static void print(PrintWriter out, Account account, boolean idle) {
      String state = account.disabled() ? "disabled" : idle ? "idle" : "active";
      out.printf(
          ROW,
          account.name(),
          account.way().name().toLowerCase(Locale.ROOT),
          written(account.roles()),
          state,
          account.lastUsed().map(Instant::toString).orElse("never"));
    }
  }

  /** What is done to one account by its name. */
  abstract static class OfOne implements Runnable {
    @Mixin private AccessOptions access;
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
    private String name;

    @Override
    public void run() {
      access.with(
          control ->
              act(
                  control.accounts(),
                  control.accounts().named(name).id(),
                  spec.commandLine().getOut()));
    }

    abstract void act(Accounts accounts, String id, PrintWriter out);
  }

  /** Disables an account. */
  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Makes an account of no use; its sessions end.")
  static final class Disable extends OfOne {
    @Override
    void act(Accounts accounts, String id, PrintWriter out) {
      accounts.disable(Doer.commandLine(), id);
    }
  }

  /** Enables an account. */
  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Makes a disabled account useful again.")
  static final class Enable extends OfOne {
    @Override
    void act(Accounts accounts, String id, PrintWriter out) {
      accounts.enable(Doer.commandLine(), id);
    }
  }

  /** Deletes an account. */
  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Removes an account with its tokens; what it did stays in the audit trail.")
  static final class Delete extends OfOne {
    @Override
    void act(Accounts accounts, String id, PrintWriter out) {
      accounts.delete(Doer.commandLine(), id);
    }
  }

  /** Gives a new password. */
  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Gives an account a new one-time password, and prints it.")
  static final class Password extends OfOne {
    @Override
    void act(Accounts accounts, String id, PrintWriter out) {
      out.println(accounts.resetPassword(Doer.commandLine(), id));
    }
  }

  /** Gives other roles. */
  @Command(
      name = "roles",
      mixinStandardHelpOptions = true,
      description = "Gives an account other roles; its sessions end.")
  static final class ChangeRoles extends OfOne {
    @Parameters(
        index = "1",
        split = ",",
        paramLabel = "ROLE",
        description = "Its roles from now on: ${COMPLETION-CANDIDATES}; several with commas.")
    private Set<Role> roles;

    @Override
    void act(Accounts accounts, String id, PrintWriter out) {
      accounts.roles(Doer.commandLine(), id, roles);
    }
  }

  static String written(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }
}
