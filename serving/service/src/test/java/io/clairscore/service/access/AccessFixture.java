package io.clairscore.service.access;

import io.clairscore.scorer.event.Actor;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Accounts in a new database, with a clock that tests set. */
final class AccessFixture implements AutoCloseable {
  static final String ADDRESS = "192.0.2.7";
  static final String PASSWORD = "cheval agrafe batterie";
  static final Doer KEEPER = new Doer(new Actor("keeper", "COMMAND"), "-");
  static final OidcConf NO_PROVIDER =
      new OidcConf("", "", "", "", "", "RS256", List.of("openid"), "name", "roles", Map.of());
  static final AccessConf CONF =
      new AccessConf(
          30,
          10,
          12,
          72,
          365,
          90,
          new AccessConf.Lockout(5, 8, 10),
          new AccessConf.Seats(3, 0, 0, 0),
          NO_PROVIDER);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-28T08:00:00Z"));
  private final Database database;
  private final AccessControl control;

  /** Accounts in this database, which stays open. */
  AccessFixture(Database database) {
    this.database = database;
    control = another();
  }

  /** Another process at the same database. */
  AccessControl another() {
    InstantSource clock = now::get;
    return AccessControl.of(
        CONF, new AccessStore(database, new AuditTrail(database), clock), this::nanos);
  }

  Accounts accounts() {
    return control.accounts();
  }

  Tokens tokens() {
    return control.tokens();
  }

  Logins logins() {
    return control.logins();
  }

  AccessControl control() {
    return control;
  }

  ClientVisits visits(int most) {
    return new ClientVisits(most, new AuditTrail(database), this::nanos);
  }

  Instant now() {
    return now.get();
  }

  private long nanos() {
    return Duration.between(Instant.EPOCH, now.get()).toNanos();
  }

  void pass(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  /** A person with an own password. */
  Account person(String name, Role... roles) {
    Accounts.Created created = accounts().create(KEEPER, name, false, Set.of(roles));
    logins().enter(name, created.password().orElseThrow(), Optional.of(PASSWORD), door());
    return created.account();
  }

  /** A program with a token. */
  Tokens.Created program(String name, Role... roles) {
    Account account = accounts().create(KEEPER, name, true, Set.of(roles)).account();
    return tokens().create(KEEPER, account.id(), "test", Set.of(), Duration.ofDays(30));
  }

  Logins.Entry enter(String name) {
    return logins().enter(name, PASSWORD, Optional.empty(), door());
  }

  static Logins.Door door() {
    return new Logins.Door(ADDRESS, "request", Optional.empty());
  }

  Optional<Principal> ofSession(String session) {
    return control
        .authentication()
        .principal(new Credentials(Optional.empty(), Optional.of(session), ADDRESS));
  }

  Optional<Principal> ofToken(String token) {
    return control
        .authentication()
        .principal(new Credentials(Optional.of(token), Optional.empty(), ADDRESS));
  }

  /** Kind and payload of every event of the audit trail, the oldest first. */
  List<String> trail() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select kind || ' ' || principal_id || ' ' || payload from audit_events"
                        + " order by event_id")
                .mapTo(String.class)
                .list());
  }

  /** Everything that stands in the tables, as text. */
  String everything() {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("accounts", "sessions", "api_tokens", "audit_events")) {
      database
          .read(handle -> handle.createQuery("select * from " + table).mapToMap().list())
          .forEach(
              row ->
                  row.values()
                      .forEach(
                          value ->
                              all.append(
                                      value instanceof byte[] bytes
                                          ? new String(
                                              bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                                          : value)
                                  .append(' ')));
    }
    return all.toString();
  }

  @Override
  public void close() {
    control.close();
  }
}
