package io.clairscore.service.access;

import io.clairscore.service.access.AccessStore.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes, changes and removes accounts; each change is in the audit trail. */
public final class Accounts {
  private static final String FIRST = "admin";

  private final AccessConf conf;
  private final AccessStore store;
  private final PasswordCheck passwords;
  private final WrongLogins wrongLogins;
  private final Secrets secrets = new Secrets();

  Accounts(AccessConf conf, AccessStore store, PasswordCheck passwords, WrongLogins wrongLogins) {
    this.conf = conf;
    this.store = store;
    this.passwords = passwords;
    this.wrongLogins = wrongLogins;
  }

  /**
   * An account with its first password, which is shown once.
   *
   * @param password empty where there is none
   */
  public record Created(Account account, Optional<String> password) {}

  /**
   * How many accounts have a role.
   *
   * @param taken accounts with it that are not disabled
   * @param most as many as may; 0 for no limit
   */
  public record Seat(Role role, int taken, int most) {}

  /** All, by name. */
  public List<Account> all() {
    return store.read(AccountRows::all);
  }

  /**
   * The account of a name.
   *
   * @throws AccessRefused if there is none
   */
  public Account named(String name) {
    return store
        .read(handle -> AccountRows.named(handle, AccountNames.written(name)))
        .orElseThrow(() -> AccessRefused.of(AccessFault.UNKNOWN_ACCOUNT));
  }

  /**
   * The account of an identifier.
   *
   * @throws AccessRefused if there is none
   */
  public Account of(String id) {
    return store
        .read(handle -> AccountRows.of(handle, id))
        .orElseThrow(() -> AccessRefused.of(AccessFault.UNKNOWN_ACCOUNT));
  }

  /** Whether nobody used an account for longer than accounts should be kept without. */
  public boolean isIdle(Account account) {
    return account.idleFor(Duration.ofDays(conf.idleDays()), store.now());
  }

  /** The seats of every role. */
  public List<Seat> seats() {
    return store.read(Seats::of).against(conf.seats());
  }

  /**
   * Makes an administrator, if there is none who could log in.
   *
   * @return the account with its password, if it was made
   */
  public Optional<Created> first() {
    if (store.read(Seats::of).keepers() > 0) {
      return Optional.empty();
    }
    String password = secrets.password();
    String hash = passwords.hash(password);
    return store.change(
        change -> {
          if (Seats.of(change.handle()).keepers() > 0) {
            return Optional.empty();
          }
          boolean taken = AccountRows.named(change.handle(), FIRST).isPresent();
          String name = taken ? secrets.id(FIRST + "-") : FIRST;
          Account account =
              draft(name, Account.Way.PASSWORD, Set.of(Role.ADMINISTRATOR), change.now());
          add(change, Doer.service(), account, hash);
          return Optional.of(new Created(account, Optional.of(password)));
        });
  }

  /**
   * Makes an account.
   *
   * @param program whether it is a program's, which has tokens and no password
   * @throws AccessRefused if the name or a seat is taken, or it is no name
   */
  public Created create(Doer by, String name, boolean program, Set<Role> roles) {
    String written = AccountNames.ofAccount(name);
    Optional<String> password = program ? Optional.empty() : Optional.of(secrets.password());
    String hash = password.map(passwords::hash).orElse(null);
    Account.Way way = program ? Account.Way.TOKENS : Account.Way.PASSWORD;
    return store.change(
        change -> {
          if (AccountRows.named(change.handle(), written).isPresent()) {
            throw AccessRefused.of(AccessFault.NAME_TAKEN);
          }
          Account account = draft(written, way, roles, change.now());
          add(change, by, account, hash);
          return new Created(account, password);
        });
  }

  /**
   * The account of a person whom a provider has just confirmed: made, or given the roles that the
   * provider tells now.
   *
   * @throws AccessRefused if it is disabled, or a seat is taken
   */
  Account ofProvider(Change change, Identity identity) {
    Optional<Account> known =
        AccountRows.ofProvider(change.handle(), identity.issuer(), identity.subject());
    if (known.isEmpty()) {
      String wanted = AccountNames.written(identity.name());
      boolean free =
          AccountNames.isAccount(wanted) && AccountRows.named(change.handle(), wanted).isEmpty();
      Account account =
          draft(
              free ? wanted : secrets.id("person-"),
              Account.Way.PROVIDER,
              identity.roles(),
              change.now());
      add(change, Doer.service(), account, null);
      AccountRows.bindProvider(
          change.handle(), account.id(), identity.issuer(), identity.subject());
      return account;
    }
    Account account = known.get();
    if (account.disabled()) {
      throw AccessRefused.of(AccessFault.PROVIDER_REFUSED);
    }
    if (!account.roles().equals(identity.roles())) {
      changed(
          change, account, (within, it) -> giveRoles(within, Doer.service(), it, identity.roles()));
    }
    return change.account(account.id());
  }

  /**
   * Gives an account other roles; its sessions end.
   *
   * @throws AccessRefused if a seat is taken, or no administrator would be left
   */
  public Account roles(Doer by, String id, Set<Role> roles) {
    return changed(id, (change, account) -> giveRoles(change, by, account, roles));
  }

  private static void giveRoles(Change change, Doer by, Account account, Set<Role> roles) {
    AccountRows.roles(change.handle(), account.id(), Roles.written(roles));
    SessionRows.endAll(change.handle(), account.id());
    change.record(by.changed(account, "roles", Roles.written(roles)));
  }

  /**
   * Makes an account of no use; its sessions end, and its tokens are worth nothing meanwhile.
   *
   * @throws AccessRefused if no administrator would be left
   */
  public Account disable(Doer by, String id) {
    return changed(
        id,
        (change, account) -> {
          AccountRows.disabled(change.handle(), id, true);
          SessionRows.endAll(change.handle(), id);
          change.record(by.changed(account, "disabled", null));
        });
  }

  /**
   * Makes a disabled account useful again.
   *
   * @throws AccessRefused if its seat was taken meanwhile
   */
  public Account enable(Doer by, String id) {
    return changed(
        id,
        (change, account) -> {
          AccountRows.disabled(change.handle(), id, false);
          change.record(by.changed(account, "enabled", null));
        });
  }

  /**
   * Removes an account with its sessions and tokens; what it did stays in the audit trail.
   *
   * @throws AccessRefused if no administrator would be left
   */
  public void delete(Doer by, String id) {
    store.change(
        change -> {
          changed(
              change,
              change.account(id),
              (within, account) -> {
                AccountRows.delete(within.handle(), id);
                within.record(by.changed(account, "deleted", account.name()));
              });
          return null;
        });
  }

  /**
   * Gives an account a new password that must be changed at the next login; its sessions end.
   *
   * @return the password, which is shown once
   * @throws AccessRefused if it has none
   */
  public String resetPassword(Doer by, String id) {
    String password = secrets.password();
    String hash = passwords.hash(password);
    Account account =
        changed(
            id,
            (change, known) -> {
              if (known.way() != Account.Way.PASSWORD) {
                throw AccessRefused.of(AccessFault.NO_PASSWORD);
              }
              AccountRows.password(change.handle(), id, hash, change.now().plus(conf.oneTime()));
              SessionRows.endAll(change.handle(), id);
              change.record(by.changed(known, "password reset", null));
            });
    wrongLogins.forget(account.name());
    return password;
  }

  /** What is done to an account in a transaction. */
  private interface Step {
    void take(Change change, Account account);
  }

  private Account changed(String id, Step step) {
    return store.change(
        change -> {
          changed(change, change.account(id), step);
          return change.account(id);
        });
  }

  private void changed(Change change, Account account, Step step) {
    Seats before = Seats.of(change.handle());
    step.take(change, account);
    Seats.of(change.handle()).demandAfter(before, conf.seats());
  }

  private Account draft(String name, Account.Way way, Set<Role> roles, Instant now) {
    boolean oneTime = way == Account.Way.PASSWORD;
    return new Account(secrets.id("a-"), name, way, roles, false, oneTime, now, Optional.empty());
  }

  private void add(Change change, Doer by, Account account, String hash) {
    Instant until = hash == null ? null : change.now().plus(conf.oneTime());
    changed(
        change,
        account,
        (within, made) -> {
          AccountRows.add(within.handle(), made, hash, until);
          String what = made.name() + ": " + Roles.written(made.roles());
          within.record(by.changed(made, "created", what));
        });
  }
}
