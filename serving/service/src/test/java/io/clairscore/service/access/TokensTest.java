package io.clairscore.service.access;

import static io.clairscore.service.access.AccessFixture.KEEPER;
import static io.clairscore.service.access.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.service.store.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {
  private static final Duration MONTH = Duration.ofDays(30);

  @RegisterExtension static final AccessDatabases DATABASES = new AccessDatabases();

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aTokenIsKnownUntilItExpiresOrIsRevoked(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      Tokens.Created token = access.program("robot", Role.ADVISOR, Role.MONITOR);
      Tokens.Created other = access.program("other", Role.ADVISOR);

      Principal principal = access.ofToken(token.secret()).orElseThrow();
      assertThat(principal.kind()).isEqualTo(Principal.Kind.TOKEN);
      assertThat(principal.id()).isEqualTo(token.token().id());
      assertThat(principal.person()).isEqualTo(token.token().accountId());
      assertThat(principal.roles()).containsExactlyInAnyOrder(Role.ADVISOR, Role.MONITOR);

      access.tokens().revoke(KEEPER, other.token().id());
      assertThat(access.ofToken(other.secret())).isEmpty();
      access.pass(MONTH.minusSeconds(1));
      assertThat(access.ofToken(token.secret())).isPresent();
      access.pass(Duration.ofSeconds(1));
      assertThat(access.ofToken(token.secret())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aTokenCanDoNoMoreThanItsAccountCanNow(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      Tokens.Created token = access.program("robot", Role.ADVISOR, Role.MONITOR);
      String account = token.token().accountId();
      assertRefused(
          AccessFault.ROLES_BEYOND,
          () -> access.tokens().create(KEEPER, account, "more", Set.of(Role.ADMINISTRATOR), MONTH));

      access.accounts().roles(KEEPER, account, Set.of(Role.MONITOR, Role.REVIEWER));
      assertThat(access.ofToken(token.secret()).orElseThrow().roles())
          .containsExactly(Role.MONITOR);
      access.accounts().disable(KEEPER, account);
      assertThat(access.ofToken(token.secret())).isEmpty();
      access.accounts().enable(KEEPER, account);
      assertThat(access.ofToken(token.secret())).isPresent();
      access.accounts().delete(KEEPER, account);
      assertThat(access.ofToken(token.secret())).isEmpty();
      assertThat(access.tokens().all()).isEmpty();
    }
  }

  @Test
  void whatIsNoTokenIsNobody() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      Tokens.Created token = access.program("robot", Role.ADVISOR);
      String secret = token.secret();
      assertThat(secret).matches("cs_[A-Za-z0-9_-]{43}");
      String forged = secret.substring(0, 45) + (secret.endsWith("A") ? "E" : "A");
      for (String text : List.of("", "cs_", forged, secret + "A", secret.substring(3), "é")) {
        assertThat(access.ofToken(text)).as(text).isEmpty();
        assertThat(access.ofSession(text)).as(text).isEmpty();
      }
    }
  }

  @Test
  void theCookieBesideATokenCountsForNothing() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      access.person("anna", Role.ADVISOR);
      String session = access.enter("anna").session();

      assertThat(
              access
                  .control()
                  .authentication()
                  .principal(
                      new Credentials(
                          Optional.of("cs_no"), Optional.of(session), AccessFixture.ADDRESS)))
          .isEmpty();
    }
  }

  @Test
  void tokensHaveAnEndANameOfTheirOwnAndANumberThatIsBounded() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      String account = access.program("robot", Role.ADVISOR).token().accountId();
      for (Duration valid : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(366))) {
        assertRefused(
            AccessFault.TOO_LONG_VALID,
            () -> access.tokens().create(KEEPER, account, "other", Set.of(), valid));
      }
      assertRefused(
          AccessFault.NAME_TAKEN,
          () -> access.tokens().create(KEEPER, account, "test", Set.of(), MONTH));
      assertRefused(
          AccessFault.BAD_NAME,
          () -> access.tokens().create(KEEPER, account, "a\u0000b", Set.of(), MONTH));
      for (int i = 1; i < 50; i++) {
        access.tokens().create(KEEPER, account, "test " + i, Set.of(), MONTH);
      }
      assertRefused(
          AccessFault.TOO_MANY_TOKENS,
          () -> access.tokens().create(KEEPER, account, "one more", Set.of(), MONTH));
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void whatACommandBesideTheServiceChangesIsKnownAMomentLater(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store);
        AccessControl command = access.another()) {
      Tokens.Created token = access.program("robot", Role.ADVISOR);
      assertThat(access.ofToken(token.secret())).isPresent();

      command.accounts().disable(KEEPER, token.token().accountId());
      access.pass(Duration.ofSeconds(3));

      assertThat(access.ofToken(token.secret())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void lastUsesAreWrittenTogether(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      Tokens.Created token = access.program("robot", Role.ADVISOR);
      access.person("anna", Role.ADVISOR);
      String session = access.enter("anna").session();
      access.pass(Duration.ofMinutes(5));
      assertThat(access.ofToken(token.secret())).isPresent();
      assertThat(access.ofSession(session)).isPresent();
      assertThat(access.tokens().one(token.token().id()).lastUsed()).isEmpty();

      access.control().writeUses();

      assertThat(access.tokens().one(token.token().id()).lastUsed()).contains(access.now());
      assertThat(access.accounts().named("robot").lastUsed()).contains(access.now());
      access.pass(Duration.ofMinutes(28));
      // Another process at the same database knows of the use, too.
      assertThat(
              access
                  .another()
                  .authentication()
                  .principal(
                      new Credentials(
                          Optional.empty(), Optional.of(session), AccessFixture.ADDRESS)))
          .isPresent();
    }
  }
}
