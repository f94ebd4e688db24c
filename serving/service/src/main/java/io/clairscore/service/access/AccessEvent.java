package io.clairscore.service.access;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What was done to an account, a session or a token.
 *
 * @param by who did it
 * @param kind what it was
 * @param facts what else must be known, by name; never a secret
 */
public record AccessEvent(Doer by, Kind kind, Map<String, String> facts) {

  /** What happens to accounts, sessions and tokens; and who was kept from reading too much. */
  public enum Kind {
    LOGIN,
    LOGIN_REFUSED,
    LOGIN_LOCKED,
    LOGOUT,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ACCOUNT_CREATED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ACCOUNT_DELETED,
    ROLES_CHANGED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    READING_LIMITED
  }

  public AccessEvent {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(kind, "kind");
    facts = Map.copyOf(facts);
  }

  /** An event about an account. */
  static AccessEvent about(Doer by, Kind kind, Account account) {
    return new AccessEvent(by, kind, Map.of("account", account.id(), "name", account.name()));
  }

  AccessEvent with(String fact, String value) {
    Map<String, String> more = new TreeMap<>(facts);
    more.put(fact, value);
    return new AccessEvent(by, kind, more);
  }
}
