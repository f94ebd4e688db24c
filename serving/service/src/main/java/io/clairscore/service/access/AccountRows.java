package io.clairscore.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The statements about accounts. */
final class AccountRows {
  private static final String SELECT =
      "select account_id, name, way, roles, disabled, one_time_until, created_at, last_used_at"
          + " from accounts";
  private static final RowMapper<Account> ACCOUNT = (row, context) -> account(row);

  private AccountRows() {}

  /**
   * What a login compares.
   *
   * @param hash of the password, if there is one
   * @param oneTimeUntil until when a password that somebody else gave is of use
   */
  record Lock(Account account, Optional<String> hash, Optional<Instant> oneTimeUntil) {}

  /** Waits until no other change of accounts is under way, and keeps others waiting. */
  static void begin(Handle handle) {
    handle.execute("update account_changes set number = number + 1 where only_row = 1");
  }

  static List<Account> all(Handle handle) {
    return handle.createQuery(SELECT + " order by name").map(ACCOUNT).list();
  }

  static Optional<Account> of(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " where account_id = :id")
        .bind("id", id)
        .map(ACCOUNT)
        .findOne();
  }

  static Optional<Account> named(Handle handle, String name) {
    return handle
        .createQuery(SELECT + " where name = :name")
        .bind("name", name)
        .map(ACCOUNT)
        .findOne();
  }

  /** The account of a person at a provider. */
  static Optional<Account> ofProvider(Handle handle, String issuer, String subject) {
    return handle
        .createQuery(SELECT + " where issuer = :issuer and subject = :subject")
        .bind("issuer", issuer)
        .bind("subject", subject)
        .map(ACCOUNT)
        .findOne();
  }

  static Optional<Lock> lock(Handle handle, String name) {
    return handle
        .createQuery(SELECT.replace(" from", ", password_hash from") + " where name = :name")
        .bind("name", name)
        .map(
            (row, context) ->
                new Lock(
                    account(row),
                    Optional.ofNullable(row.getString("password_hash")),
                    moment(row, "one_time_until")))
        .findOne();
  }

  /**
   * Adds an account.
   *
   * @param hash of its password, or null
   * @param oneTimeUntil until when that must have been changed, or null
   */
  static void add(Handle handle, Account account, String hash, Instant oneTimeUntil) {
    handle
        .createUpdate(
            "insert into accounts (account_id, name, way, roles, disabled, password_hash,"
                + " one_time_until, created_at)"
                + " values (:id, :name, :way, :roles, 0, :hash, :until, :created)")
        .bind("id", account.id())
        .bind("name", account.name())
        .bind("way", account.way().name())
        .bind("roles", Roles.written(account.roles()))
        .bind("hash", hash)
        .bind("until", oneTimeUntil == null ? null : (Long) EpochMicros.micros(oneTimeUntil))
        .bind("created", EpochMicros.micros(account.created()))
        .execute();
  }

  static void bindProvider(Handle handle, String id, String issuer, String subject) {
    handle
        .createUpdate(
            "update accounts set issuer = :issuer, subject = :subject where account_id = :id")
        .bind("issuer", issuer)
        .bind("subject", subject)
        .bind("id", id)
        .execute();
  }

  static void password(Handle handle, String id, String hash, Instant oneTimeUntil) {
    handle
        .createUpdate(
            "update accounts set password_hash = :hash, one_time_until = :until"
                + " where account_id = :id")
        .bind("hash", hash)
        .bind("until", oneTimeUntil == null ? null : (Long) EpochMicros.micros(oneTimeUntil))
        .bind("id", id)
        .execute();
  }

  static void roles(Handle handle, String id, String roles) {
    set(handle, id, "roles", roles);
  }

  static void disabled(Handle handle, String id, boolean disabled) {
    set(handle, id, "disabled", disabled ? 1 : 0);
  }

  static void used(Handle handle, String id, long micros) {
    handle
        .createUpdate(
            "update accounts set last_used_at = :at where account_id = :id"
                + " and (last_used_at is null or last_used_at < :at)")
        .bind("at", micros)
        .bind("id", id)
        .execute();
  }

  /** Removes an account with its sessions and tokens. */
  static void delete(Handle handle, String id) {
    for (String table : List.of("sessions", "api_tokens", "accounts")) {
      handle
          .createUpdate("delete from " + table + " where account_id = :id")
          .bind("id", id)
          .execute();
    }
  }

  private static void set(Handle handle, String id, String column, Object value) {
    handle
        .createUpdate("update accounts set " + column + " = :value where account_id = :id")
        .bind("value", value)
        .bind("id", id)
        .execute();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("account_id"),
        row.getString("name"),
        Account.Way.valueOf(row.getString("way")),
        Roles.read(row.getString("roles")),
        row.getInt("disabled") != 0,
        moment(row, "one_time_until").isPresent(),
        EpochMicros.of(row.getLong("created_at")),
        moment(row, "last_used_at"));
  }

  static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(EpochMicros.of(micros));
  }
}
