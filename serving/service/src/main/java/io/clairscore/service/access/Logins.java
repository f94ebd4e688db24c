package io.clairscore.service.access;

import io.clairscore.service.access.AccessStore.Change;
import io.clairscore.service.events.AuditEntry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets people in and out. A session begins with a new secret each time, and ends when its person
 * says so, does nothing for a while, changes the password, or gets other roles.
 */
public final class Logins {
  private static final String PASSWORD = "password";
  private static final String PROVIDER = "oidc";

  private final AccessStore store;
  private final Accounts accounts;
  private final PasswordCheck passwords;
  private final PasswordRules rules;
  private final WrongLogins wrongLogins;
  private final Secrets secrets = new Secrets();

  Logins(
      AccessStore store,
      Accounts accounts,
      PasswordCheck passwords,
      PasswordRules rules,
      WrongLogins wrongLogins) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.rules = rules;
    this.wrongLogins = wrongLogins;
  }

  /**
   * Whence somebody asks to come in.
   *
   * @param address of the connection, as a trusted proxy tells it
   * @param requestId of the request
   * @param session secret of the session that the browser holds, which ends
   */
  public record Door(String address, String requestId, Optional<String> session) {
    public Door {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(requestId, "requestId");
      Objects.requireNonNull(session, "session");
    }
  }

  /**
   * Somebody is in.
   *
   * @param session secret of the new session, for the cookie alone
   */
  public record Entry(String session, Account account) {
    @Override
    public String toString() {
      return "entry of " + account.id();
    }
  }

  /**
   * Lets in who knows the password. A name that does not exist takes as long and is told the same.
   *
   * @param newPassword the one to have from now on; demanded where the present one was given by
   *     somebody else
   * @throws AccessRefused if not
   */
  public Entry enter(String name, String password, Optional<String> newPassword, Door door) {
    String written = AccountNames.written(name);
    AccountRows.Lock lock = verified(written, password, PASSWORD, door);
    Account account = lock.account();
    if (account.oneTime() && newPassword.isEmpty()) {
      throw AccessRefused.of(AccessFault.PASSWORD_MUST_CHANGE);
    }
    Optional<String> hash = newPassword.map(wanted -> newHash(wanted, password, account));
    String today = hash.orElseGet(() -> upToDate(lock.hash().orElseThrow(), password));
    return begin(
        door,
        PASSWORD,
        change -> {
          Account still = unchanged(change, lock);
          if (!today.equals(lock.hash().orElseThrow())) {
            AccountRows.password(change.handle(), still.id(), today, null);
          }
          if (hash.isPresent()) {
            passwordChanged(change, still, door);
          }
          return still;
        });
  }

  /**
   * Changes the password of who is in; all sessions end, and one begins.
   *
   * @throws AccessRefused if the present password is wrong, or the new one may not be one
   */
  public Entry changePassword(Principal principal, String present, String wanted, Door door) {
    Account account = accounts.of(principal.person());
    if (account.way() != Account.Way.PASSWORD) {
      throw AccessRefused.of(AccessFault.NO_PASSWORD);
    }
    AccountRows.Lock lock = verified(account.name(), present, PASSWORD, door);
    String hash = newHash(wanted, present, account);
    return begin(
        door,
        PASSWORD,
        change -> {
          Account still = unchanged(change, lock);
          AccountRows.password(change.handle(), still.id(), hash, null);
          passwordChanged(change, still, door);
          return still;
        });
  }

  /**
   * Lets in whom a provider confirms.
   *
   * @throws AccessRefused if the account is disabled, or there is no seat
   */
  public Entry enter(Identity identity, Door door) {
    return begin(door, PROVIDER, change -> accounts.ofProvider(change, identity));
  }

  /** Records that a provider did not confirm who somebody is, or tells no role. */
  public void refusedByProvider(Door door) {
    Doer nobody = Doer.nobody(door.requestId());
    store.record(nobody.did(new AuditEntry.Login(null, PROVIDER, "refused", door.address())));
  }

  /** Ends a session, if it is one. */
  public void leave(Principal principal, Door door) {
    store.change(
        change -> {
          endHeld(change, door);
          Doer by = Doer.of(principal, door.requestId());
          change.record(
              by.did(new AuditEntry.Login(principal.name(), PASSWORD, "ended", door.address())));
          return null;
        });
  }

  private AccountRows.Lock verified(String name, String password, String method, Door door) {
    wrongLogins.demandOpen(name, door.address());
    Optional<AccountRows.Lock> lock =
        AccountNames.isAccount(name)
            ? store.read(handle -> AccountRows.lock(handle, name)).filter(this::isOfUse)
            : Optional.empty();
    boolean right = passwords.verifies(password, lock.flatMap(AccountRows.Lock::hash));
    if (!right) {
      boolean locked = wrongLogins.add(name, door.address());
      // A name that is none may be a password that was typed in the wrong field.
      String known = lock.map(it -> it.account().name()).orElse(null);
      store.record(
          Doer.nobody(door.requestId())
              .did(
                  new AuditEntry.Login(
                      known, method, locked ? "locked" : "refused", door.address())));
      throw AccessRefused.of(AccessFault.WRONG_LOGIN);
    }
    wrongLogins.forget(name);
    return lock.orElseThrow();
  }

  private boolean isOfUse(AccountRows.Lock lock) {
    return !lock.account().disabled()
        && lock.oneTimeUntil().map(until -> store.now().isBefore(until)).orElse(true);
  }

  private String newHash(String wanted, String present, Account account) {
    rules.demand(wanted, account.name());
    if (wanted.equals(present)) {
      throw AccessRefused.of(AccessFault.WEAK_PASSWORD);
    }
    return passwords.hash(wanted);
  }

  private String upToDate(String hash, String password) {
    return passwords.isOutdated(hash) ? passwords.hash(password) : hash;
  }

  /** The account, if nobody has changed its password or disabled it since it was looked at. */
  private static Account unchanged(Change change, AccountRows.Lock seen) {
    return AccountRows.lock(change.handle(), seen.account().name())
        .filter(now -> now.hash().equals(seen.hash()) && !now.account().disabled())
        .map(AccountRows.Lock::account)
        .orElseThrow(() -> AccessRefused.of(AccessFault.WRONG_LOGIN));
  }

  private static void passwordChanged(Change change, Account account, Door door) {
    SessionRows.endAll(change.handle(), account.id());
    change.record(Doer.account(account.id(), door.requestId()).changed(account, "password", null));
  }

  private Entry begin(Door door, String method, Function<Change, Account> step) {
    String secret = secrets.session();
    return store.change(
        change -> {
          Account account = step.apply(change);
          endHeld(change, door);
          SessionRows.add(change.handle(), Digest.of(secret), account.id(), change.now());
          AccountRows.used(change.handle(), account.id(), EpochMicros.micros(change.now()));
          change.record(
              Doer.account(account.id(), door.requestId())
                  .did(new AuditEntry.Login(account.name(), method, "accepted", door.address())));
          return new Entry(secret, account);
        });
  }

  private static void endHeld(Change change, Door door) {
    door.session().ifPresent(held -> SessionRows.end(change.handle(), Digest.of(held)));
  }
}
