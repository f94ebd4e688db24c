package io.clairscore.service.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.store.Database;
import java.time.InstantSource;

/** Accounts, sessions and tokens of a database. Used by any number of threads. */
public final class AccessControl implements AutoCloseable {
  private final Accounts accounts;
  private final Tokens tokens;
  private final Logins logins;
  private final LastUses uses;
  private final Authentication authentication;

  private AccessControl(AccessConf conf, AccessStore store, Ticker ticker) {
    PasswordCheck passwords = new PasswordCheck();
    WrongLogins wrongLogins = new WrongLogins(conf.lockout(), ticker);
    PasswordRules rules = new PasswordRules(conf.passwordLength());
    accounts = new Accounts(conf, store, passwords, wrongLogins);
    tokens = new Tokens(conf, store);
    logins = new Logins(store, accounts, passwords, rules, wrongLogins);
    uses = new LastUses(conf, store);
    authentication = new KnownPrincipals(conf, store, uses);
  }

  /** For a service, which notes when secrets are used. */
  public static AccessControl start(AccessConf conf, Database database, AuditTrail trail) {
    AccessControl control = of(conf, database, trail);
    control.uses.start();
    return control;
  }

  /** For a command. */
  public static AccessControl of(AccessConf conf, Database database, AuditTrail trail) {
    return of(
        conf, new AccessStore(database, trail, InstantSource.system()), Ticker.systemTicker());
  }

  static AccessControl of(AccessConf conf, AccessStore store, Ticker ticker) {
    return new AccessControl(conf, store, ticker);
  }

  public Accounts accounts() {
    return accounts;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Logins logins() {
    return logins;
  }

  /** What the server asks of every request. */
  public Authentication authentication() {
    return authentication;
  }

  /** Writes now when secrets were last used. */
  void writeUses() {
    uses.write();
  }

  @Override
  public void close() {
    uses.close();
  }
}
