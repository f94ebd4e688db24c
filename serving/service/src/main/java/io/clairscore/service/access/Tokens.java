package io.clairscore.service.access;

import io.clairscore.service.access.AccessStore.Change;
import io.clairscore.service.events.AuditEntry;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Makes and revokes tokens, by which programs are known; each change is in the audit trail. */
public final class Tokens {
  private static final int MOST_OF_ACCOUNT = 50;

  private final AccessConf conf;
  private final AccessStore store;
  private final Secrets secrets = new Secrets();

  Tokens(AccessConf conf, AccessStore store) {
    this.conf = conf;
    this.store = store;
  }

  /**
   * A token, once with its secret.
   *
   * @param secret what the program sends; nowhere kept
   */
  public record Created(ApiToken token, String secret) {
    @Override
    public String toString() {
      return "token " + token.id();
    }
  }

  /** All, by account and name. */
  public List<ApiToken> all() {
    return store.read(TokenRows::all);
  }

  /** Those of an account. */
  public List<ApiToken> of(String accountId) {
    return all().stream().filter(token -> token.accountId().equals(accountId)).toList();
  }

  /**
   * The token of an identifier.
   *
   * @throws AccessRefused if there is none
   */
  public ApiToken one(String id) {
    return store
        .read(handle -> TokenRows.of(handle, id))
        .orElseThrow(() -> AccessRefused.of(AccessFault.UNKNOWN_TOKEN));
  }

  /** Longest time for which a token may be valid. */
  public Duration longest() {
    return Duration.ofDays(conf.tokenDays());
  }

  /**
   * Makes a token.
   *
   * @param accountId whose it is
   * @param roles what it may do; empty for all that the account may
   * @param valid for how long
   * @throws AccessRefused if the account may less, has a token of this name or too many
   */
  public Created create(Doer by, String accountId, String name, Set<Role> roles, Duration valid) {
    String written = AccountNames.ofToken(name);
    if (valid.isNegative() || valid.isZero() || valid.compareTo(longest()) > 0) {
      throw AccessRefused.of(AccessFault.TOO_LONG_VALID);
    }
    String secret = secrets.token();
    return store.change(
        change -> {
          ApiToken token = draft(change, accountId, written, roles, valid);
          TokenRows.add(change.handle(), token, Digest.of(secret));
          String what = token.name() + ": " + Roles.written(token.roles());
          change.record(did(by, token, "created", what));
          return new Created(token, secret);
        });
  }

  /**
   * Removes a token: it is worth nothing from now on.
   *
   * @throws AccessRefused if there is none
   */
  public void revoke(Doer by, String id) {
    store.change(
        change -> {
          ApiToken token =
              TokenRows.of(change.handle(), id)
                  .orElseThrow(() -> AccessRefused.of(AccessFault.UNKNOWN_TOKEN));
          TokenRows.delete(change.handle(), id);
          change.record(did(by, token, "revoked", token.name()));
          return null;
        });
  }

  private ApiToken draft(
      Change change, String accountId, String name, Set<Role> roles, Duration valid) {
    Account account = change.account(accountId);
    if (!account.roles().containsAll(roles)) {
      throw AccessRefused.of(AccessFault.ROLES_BEYOND);
    }
    List<ApiToken> present =
        TokenRows.all(change.handle()).stream()
            .filter(token -> token.accountId().equals(accountId))
            .toList();
    if (present.stream().anyMatch(token -> token.name().equals(name))) {
      throw AccessRefused.of(AccessFault.NAME_TAKEN);
    }
    if (present.size() >= MOST_OF_ACCOUNT) {
      throw AccessRefused.of(AccessFault.TOO_MANY_TOKENS);
    }
    return new ApiToken(
        secrets.id("t-"),
        accountId,
        account.name(),
        name,
        roles.isEmpty() ? account.roles() : roles,
        change.now(),
        change.now().plus(valid),
        java.util.Optional.empty());
  }

  private static io.clairscore.service.events.AuditEvent did(
      Doer by, ApiToken token, String change, String detail) {
    return by.did(new AuditEntry.AccessChange(token.accountId(), token.id(), change, detail));
  }
}
