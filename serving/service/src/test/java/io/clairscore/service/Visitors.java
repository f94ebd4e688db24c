package io.clairscore.service;

import io.clairscore.scorer.event.Actor;
import io.clairscore.service.access.AccessControl;
import io.clairscore.service.access.Account;
import io.clairscore.service.access.Credentials;
import io.clairscore.service.access.Doer;
import io.clairscore.service.access.Logins;
import io.clairscore.service.access.Role;
import io.clairscore.service.access.Tokens;
import io.clairscore.service.conf.ServiceConf;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.store.Database;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody who may come to a service: of each role, without credentials, and with worthless ones.
 */
final class Visitors {
  private static final Doer KEEPER = new Doer(new Actor("keeper", "COMMAND"), "-");
  private static final String PASSWORD = "cheval agrafe batterie";

  /** Nobody, and each role, as columns of a table of rights. */
  private final Map<String, Map<String, String>> known = new LinkedHashMap<>();

  /** Those whose credentials are worth nothing. */
  private final Map<String, Map<String, String>> worthless = new LinkedHashMap<>();

  private final Database database;
  private final AccessControl access;

  private Visitors(ServiceConf conf, Database database) {
    this.database = database;
    this.access = AccessControl.of(conf.access(), database, new AuditTrail(database));
  }

  /** Visitors of the service that has these settings. */
  static Visitors of(ServiceConf conf) {
    try (Database database = Database.open(conf.store().database())) {
      Visitors visitors = new Visitors(conf, database);
      visitors.make();
      return visitors;
    }
  }

  private void make() {
    known.put("nobody", Map.of());
    for (Role role : Role.values()) {
      known.put(role.name().toLowerCase(Locale.ROOT), bearer(token("of-" + role, role).secret()));
    }
    Tokens.Created disabled = token("disabled", Role.values());
    access.accounts().disable(KEEPER, disabled.token().accountId());
    worthless.put("token of a disabled account", bearer(disabled.secret()));
    Tokens.Created revoked = token("revoked", Role.values());
    access.tokens().revoke(KEEPER, revoked.token().id());
    worthless.put("revoked token", bearer(revoked.secret()));
    Tokens.Created expired = token("expired", Role.values());
    database.change(
        handle ->
            handle.execute(
                "update api_tokens set expires_at = 1 where token_id = ?", expired.token().id()));
    worthless.put("expired token", bearer(expired.secret()));
    String forged = expired.secret().substring(0, 40) + "AAAAAA";
    worthless.put("forged token", bearer(forged));
    worthless.put("expired session", cookie(expiredSession()));
    worthless.put("forged session", cookie("A".repeat(43)));
  }

  private Tokens.Created token(String name, Role... roles) {
    Account account = access.accounts().create(KEEPER, name, true, Set.of(roles)).account();
    return access.tokens().create(KEEPER, account.id(), name, Set.of(), Duration.ofDays(1));
  }

  private String expiredSession() {
    String given =
        access
            .accounts()
            .create(KEEPER, "late", false, Set.of(Role.values()))
            .password()
            .orElseThrow();
    Logins.Entry entry =
        access
            .logins()
            .enter(
                "late",
                given,
                Optional.of(PASSWORD),
                new Logins.Door("127.0.0.1", "request", Optional.empty()));
    database.change(
        handle ->
            handle.execute("update sessions set last_used_at = created_at - 1000000000 * 3600"));
    return entry.session();
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static Map<String, String> cookie(String session) {
    return Map.of("Cookie", Credentials.SESSION_COOKIE + "=" + session);
  }

  Map<String, Map<String, String>> known() {
    return known;
  }

  Map<String, Map<String, String>> worthless() {
    return worthless;
  }

  static HttpRequest.Builder as(Map<String, String> headers, HttpRequest.Builder request) {
    headers.forEach(request::header);
    return request;
  }
}
