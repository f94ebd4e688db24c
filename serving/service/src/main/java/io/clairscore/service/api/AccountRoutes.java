package io.clairscore.service.api;

import io.clairscore.service.access.Account;
import io.clairscore.service.access.Accounts;
import io.clairscore.service.access.Doer;
import io.clairscore.service.access.Role;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Keeping accounts. */
public final class AccountRoutes {
  private static final String TAG = "accounts";
  private static final String ALL = "/api/accounts";
  private static final String ONE = "/api/accounts/{account}";
  private static final Parameter ACCOUNT = Parameter.path("account", "Identifier of the account.");

  private final Accounts accounts;

  public AccountRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * An account.
   *
   * @param way how its holder comes in
   * @param oneTime whether its password was given by somebody else and must be changed
   * @param idle whether nobody has used it for long
   * @param created when it was made, ISO 8601
   * @param lastUsed when it was last used, ISO 8601
   */
  public record AccountView(
      String id,
      String name,
      Account.Way way,
      List<Role> roles,
      boolean disabled,
      boolean oneTime,
      boolean idle,
      String created,
      @MayBeNull String lastUsed) {}

  /** All accounts, and how many have each role. */
  public record AccountList(List<AccountView> accounts, List<Accounts.Seat> seats) {}

  /**
   * An account to be made.
   *
   * @param program whether it is a program's, which has tokens and no password
   */
  public record NewAccount(String name, List<Role> roles, @MayBeNull Boolean program) {
    public NewAccount {
      Objects.requireNonNull(name, "name");
      roles = demanded(roles);
    }
  }

  /**
   * An account that was made.
   *
   * @param password to be changed at the first login; shown this once
   */
  public record MadeAccount(AccountView account, @MayBeNull String password) {
    @Override
    public String toString() {
      return "account " + account.id();
    }
  }

  /** Roles from now on. */
  public record NewRoles(List<Role> roles) {
    public NewRoles {
      roles = demanded(roles);
    }
  }

  /**
   * A password that was given.
   *
   * @param password to be changed at the next login; shown this once
   */
  public record GivenPassword(String password) {
    @Override
    public String toString() {
      return "password";
    }
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "accounts", ALL, "All accounts, their last use, and the seats.")
            .access(Access.to(Role.ADMINISTRATOR))
            .is(Route.Trait.PERSONAL)
            .answering(AccountList.class, (exchange, nothing) -> list()),
        Route.post(TAG, "create-account", ALL, "Make an account.")
            .access(Access.to(Role.ADMINISTRATOR))
            .taking(NewAccount.class, MadeAccount.class, this::create),
        Route.delete(TAG, "delete-account", ONE, "Remove an account for good.")
            .access(Access.to(Role.ADMINISTRATOR))
            .with(ACCOUNT)
            .answering(Void.class, (exchange, nothing) -> delete(exchange)),
        Route.put(TAG, "change-roles", ONE + "/roles", "Give an account other roles.")
            .access(Access.to(Role.ADMINISTRATOR))
            .with(ACCOUNT)
            .taking(NewRoles.class, AccountView.class, this::roles),
        Route.post(TAG, "disable-account", ONE + "/disable", "Make an account of no use.")
            .access(Access.to(Role.ADMINISTRATOR))
            .with(ACCOUNT)
            .answering(
                AccountView.class,
                (exchange, nothing) ->
                    Reply.of(view(accounts.disable(doer(exchange), account(exchange))))),
        Route.post(TAG, "enable-account", ONE + "/enable", "Make it useful again.")
            .access(Access.to(Role.ADMINISTRATOR))
            .with(ACCOUNT)
            .answering(
                AccountView.class,
                (exchange, nothing) ->
                    Reply.of(view(accounts.enable(doer(exchange), account(exchange))))),
        Route.post(TAG, "reset-password", ONE + "/password", "Give an account a new password.")
            .access(Access.to(Role.ADMINISTRATOR))
            .with(ACCOUNT)
            .answering(GivenPassword.class, (exchange, nothing) -> resetPassword(exchange)));
  }

  private Reply<AccountList> list() {
    return Reply.of(
        new AccountList(accounts.all().stream().map(this::view).toList(), accounts.seats()));
  }

  private Reply<MadeAccount> create(Exchange exchange, NewAccount wanted) {
    Accounts.Created created =
        accounts.create(
            doer(exchange),
            wanted.name(),
            Boolean.TRUE.equals(wanted.program()),
            Set.copyOf(wanted.roles()));
    return Reply.of(new MadeAccount(view(created.account()), created.password().orElse(null)));
  }

  private Reply<AccountView> roles(Exchange exchange, NewRoles wanted) {
    return Reply.of(
        view(accounts.roles(doer(exchange), account(exchange), Set.copyOf(wanted.roles()))));
  }

  private Reply<Void> delete(Exchange exchange) {
    accounts.delete(doer(exchange), account(exchange));
    return Reply.done();
  }

  private Reply<GivenPassword> resetPassword(Exchange exchange) {
    return Reply.of(new GivenPassword(accounts.resetPassword(doer(exchange), account(exchange))));
  }

  private AccountView view(Account account) {
    return new AccountView(
        account.id(),
        account.name(),
        account.way(),
        account.roles().stream().sorted().toList(),
        account.disabled(),
        account.oneTime(),
        accounts.isIdle(account),
        account.created().toString(),
        account.lastUsed().map(Object::toString).orElse(null));
  }

  private static String account(Exchange exchange) {
    return exchange.path("account");
  }

  static Doer doer(Exchange exchange) {
    return Doer.of(exchange.principal(), exchange.requestId());
  }

  /** Roles of a request: at least one, each once. */
  static List<Role> demanded(List<Role> roles) {
    if (roles.isEmpty() || EnumSet.copyOf(roles).size() != roles.size()) {
      throw new IllegalArgumentException("An account has at least one role, and each once");
    }
    return List.copyOf(roles);
  }
}
