package io.clairscore.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about tokens. */
final class TokenRows {
  private static final String SELECT =
      "select t.token_id, t.account_id, a.name as account, t.name, t.roles, t.created_at,"
          + " t.expires_at, t.last_used_at"
          + " from api_tokens t join accounts a on a.account_id = t.account_id";

  private TokenRows() {}

  static List<ApiToken> all(Handle handle) {
    return handle
        .createQuery(SELECT + " order by a.name, t.name")
        .map((row, context) -> token(row))
        .list();
  }

  static Optional<ApiToken> of(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " where t.token_id = :id")
        .bind("id", id)
        .map((row, context) -> token(row))
        .findOne();
  }

  static Optional<ApiToken> of(Handle handle, Digest digest) {
    return handle
        .createQuery(SELECT + " where t.token_hash = :hash")
        .bind("hash", digest.bytes())
        .map((row, context) -> token(row))
        .findOne();
  }

  static int count(Handle handle, String accountId) {
    return handle
        .createQuery("select count(*) from api_tokens where account_id = :account")
        .bind("account", accountId)
        .mapTo(Integer.class)
        .one();
  }

  static void add(Handle handle, ApiToken token, Digest digest) {
    handle
        .createUpdate(
            "insert into api_tokens"
                + " (token_id, token_hash, account_id, name, roles, created_at, expires_at)"
                + " values (:id, :hash, :account, :name, :roles, :created, :expires)")
        .bind("id", token.id())
        .bind("hash", digest.bytes())
        .bind("account", token.accountId())
        .bind("name", token.name())
        .bind("roles", Roles.written(token.roles()))
        .bind("created", EpochMicros.micros(token.created()))
        .bind("expires", EpochMicros.micros(token.expires()))
        .execute();
  }

  static void used(Handle handle, String id, long micros) {
    handle
        .createUpdate(
            "update api_tokens set last_used_at = :at where token_id = :id"
                + " and (last_used_at is null or last_used_at < :at)")
        .bind("at", micros)
        .bind("id", id)
        .execute();
  }

  static void delete(Handle handle, String id) {
    handle.createUpdate("delete from api_tokens where token_id = :id").bind("id", id).execute();
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        row.getString("token_id"),
        row.getString("account_id"),
        row.getString("account"),
        row.getString("name"),
        Roles.read(row.getString("roles")),
        EpochMicros.of(row.getLong("created_at")),
        EpochMicros.of(row.getLong("expires_at")),
        AccountRows.moment(row, "last_used_at"));
  }
}
