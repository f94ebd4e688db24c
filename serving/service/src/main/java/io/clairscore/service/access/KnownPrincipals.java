package io.clairscore.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clairscore.service.access.SessionRows.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Knows who asks by the secret they bring. What a secret is worth is read of the database and
 * remembered for a moment: changes made by this process count at once, and those of a command
 * beside it when the moment is over.
 */
final class KnownPrincipals implements Authentication {
  private static final int MOST_REMEMBERED = 20_000;
  private static final Duration REMEMBERED = Duration.ofSeconds(3);
  private static final int TOKEN_LENGTH = 46;
  private static final int SESSION_LENGTH = 43;

  private final AccessConf conf;
  private final AccessStore store;
  private final LastUses uses;
  private final Cache<Digest, Known> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterAccess(REMEMBERED).build();

  KnownPrincipals(AccessConf conf, AccessStore store, LastUses uses) {
    this.conf = conf;
    this.store = store;
    this.uses = uses;
  }

  /**
   * What a secret is worth.
   *
   * @param until when it ends at the latest, or must be read again
   * @param generation of the rows it was read of
   */
  private record Known(
      Optional<Principal> principal, LastUses.Use use, Instant until, long generation) {}

  @Override
  public Optional<Principal> principal(Credentials credentials) {
    // Who sends a token is that token: the cookie beside it counts for nothing.
    return credentials.bearer().isPresent()
        ? credentials
            .bearer()
            .filter(text -> text.length() == TOKEN_LENGTH && text.startsWith(Secrets.TOKEN_PREFIX))
            .flatMap(text -> known(Digest.of(text), true))
        : credentials
            .session()
            .filter(text -> text.length() == SESSION_LENGTH)
            .flatMap(text -> known(Digest.of(text), false));
  }

  private Optional<Principal> known(Digest digest, boolean token) {
    Instant now = store.now();
    Known known = remembered.getIfPresent(digest);
    if (known == null || known.generation() != store.generation() || !now.isBefore(known.until())) {
      long generation = store.generation();
      known = store.read(handle -> read(handle, digest, token, generation, now));
      if (known.principal().isPresent()) {
        remembered.put(digest, known);
      } else {
        remembered.invalidate(digest);
      }
    }
    if (known.use() != null) {
      known.use().note(EpochMicros.micros(now));
    }
    return known.principal();
  }

  private Known read(Handle handle, Digest digest, boolean token, long generation, Instant now) {
    Optional<Known> found =
        token
            ? TokenRows.of(handle, digest)
                .flatMap(it -> ofToken(handle, digest, it, generation, now))
            : SessionRows.of(handle, digest)
                .flatMap(it -> ofSession(handle, digest, it, generation, now));
    return found.orElse(new Known(Optional.empty(), null, Instant.MIN, generation));
  }

  private Optional<Known> ofToken(
      Handle handle, Digest digest, ApiToken token, long generation, Instant now) {
    Optional<Account> account = open(handle, token.accountId());
    Set<Role> roles =
        account.map(owner -> Roles.common(owner.roles(), token.roles())).orElse(Set.of());
    if (roles.isEmpty() || !now.isBefore(token.expires())) {
      return Optional.empty();
    }
    Principal principal =
        new Principal(token.id(), Principal.Kind.TOKEN, token.name(), roles, token.accountId());
    LastUses.Use use = uses.of(digest, token.id(), token.accountId());
    return Optional.of(
        new Known(Optional.of(principal), use, earlier(token.expires(), now), generation));
  }

  private Optional<Known> ofSession(
      Handle handle, Digest digest, Session session, long generation, Instant now) {
    LastUses.Use use = uses.of(digest, null, session.accountId());
    if (!session.isOpen(conf, use.moment(), now)) {
      return Optional.empty();
    }
    return open(handle, session.accountId())
        .map(
            account ->
                new Known(
                    Optional.of(
                        new Principal(
                            account.id(), Principal.Kind.ACCOUNT, account.name(), account.roles())),
                    use,
                    earlier(session.end(conf), now),
                    generation));
  }

  private static Optional<Account> open(Handle handle, String id) {
    return AccountRows.of(handle, id).filter(account -> !account.disabled());
  }

  private static Instant earlier(Instant end, Instant now) {
    Instant again = now.plus(REMEMBERED);
    return end.isBefore(again) ? end : again;
  }
}
