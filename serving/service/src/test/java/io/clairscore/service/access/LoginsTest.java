package io.clairscore.service.access;

import static io.clairscore.service.access.AccessFixture.KEEPER;
import static io.clairscore.service.access.AccessFixture.PASSWORD;
import static io.clairscore.service.access.AccessFixture.door;
import static io.clairscore.service.access.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clairscore.service.store.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginsTest {
  private static final String OTHER = "trombone lune escalier";

  @RegisterExtension static final AccessDatabases DATABASES = new AccessDatabases();

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aPasswordOfSomebodyElseOnlyServesToChooseAnOwnOne(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      String given =
          access
              .accounts()
              .create(KEEPER, "anna", false, Set.of(Role.ADVISOR))
              .password()
              .orElseThrow();

      assertRefused(
          AccessFault.PASSWORD_MUST_CHANGE,
          () -> access.logins().enter("anna", given, Optional.empty(), door()));
      assertRefused(
          AccessFault.WEAK_PASSWORD,
          () -> access.logins().enter("anna", given, Optional.of(given), door()));
      Logins.Entry entry = access.logins().enter("Anna", given, Optional.of(PASSWORD), door());

      assertThat(access.ofSession(entry.session())).map(Principal::name).contains("anna");
      assertRefused(
          AccessFault.WRONG_LOGIN,
          () -> access.logins().enter("anna", given, Optional.of(OTHER), door()));
      assertThat(access.enter("anna").account().oneTime()).isFalse();
    }
  }

  @Test
  void aGivenPasswordThatNobodyUsedInTimeIsWorthNothing() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      Accounts.Created anna = access.accounts().create(KEEPER, "anna", false, Set.of(Role.ADVISOR));
      access.pass(Duration.ofHours(73));

      assertRefused(
          AccessFault.WRONG_LOGIN,
          () ->
              access
                  .logins()
                  .enter("anna", anna.password().orElseThrow(), Optional.of(PASSWORD), door()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void sessionsEndWhenThePasswordTheRolesOrTheAccountChange(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      Account anna = access.person("anna", Role.ADVISOR);
      String first = access.enter("anna").session();
      Principal principal = access.ofSession(first).orElseThrow();

      String second = access.logins().changePassword(principal, PASSWORD, OTHER, door()).session();
      assertThat(access.ofSession(first)).isEmpty();
      assertThat(access.ofSession(second)).isPresent();

      access.accounts().roles(KEEPER, anna.id(), Set.of(Role.REVIEWER));
      assertThat(access.ofSession(second)).isEmpty();

      String third = access.logins().enter("anna", OTHER, Optional.empty(), door()).session();
      assertThat(access.ofSession(third).orElseThrow().roles()).containsExactly(Role.REVIEWER);
      access.accounts().disable(KEEPER, anna.id());
      assertThat(access.ofSession(third)).isEmpty();
      assertRefused(
          AccessFault.WRONG_LOGIN,
          () -> access.logins().enter("anna", OTHER, Optional.empty(), door()));
      access.accounts().enable(KEEPER, anna.id());
      assertThat(access.ofSession(third)).isEmpty();

      String fourth = access.logins().enter("anna", OTHER, Optional.empty(), door()).session();
      access.accounts().resetPassword(KEEPER, anna.id());
      assertThat(access.ofSession(fourth)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aSessionEndsWhenNobodyUsesItAndInAnyCaseAfterItsHours(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      access.person("anna", Role.ADVISOR);
      String idle = access.enter("anna").session();
      access.pass(Duration.ofMinutes(29));
      assertThat(access.ofSession(idle)).isPresent();
      access.pass(Duration.ofMinutes(29));
      assertThat(access.ofSession(idle)).isPresent();
      access.pass(Duration.ofMinutes(31));
      assertThat(access.ofSession(idle)).isEmpty();

      String busy = access.enter("anna").session();
      for (int minutes = 0; minutes < 10 * 60; minutes += 20) {
        assertThat(access.ofSession(busy)).isPresent();
        access.pass(Duration.ofMinutes(20));
      }
      assertThat(access.ofSession(busy)).isEmpty();
    }
  }

  @Test
  void aClockThatIsSetBackMakesNoSessionLonger() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      access.person("anna", Role.ADVISOR);
      String session = access.enter("anna").session();
      access.pass(Duration.ofHours(-3));
      assertThat(access.ofSession(session)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void whoLogsInGetsANewSessionAndTheOldOneOfTheBrowserEnds(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      access.person("anna", Role.ADVISOR);
      String planted = access.enter("anna").session();

      Logins.Entry entry =
          access
              .logins()
              .enter(
                  "anna",
                  PASSWORD,
                  Optional.empty(),
                  new Logins.Door(AccessFixture.ADDRESS, "request", Optional.of(planted)));

      assertThat(entry.session()).isNotEqualTo(planted);
      assertThat(access.ofSession(planted)).isEmpty();
      Principal principal = access.ofSession(entry.session()).orElseThrow();
      access
          .logins()
          .leave(
              principal,
              new Logins.Door(AccessFixture.ADDRESS, "request", Optional.of(entry.session())));
      assertThat(access.ofSession(entry.session())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void wrongPasswordsLockANameWhetherItExistsOrNotAndTimeOpensIt(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      access.person("anna", Role.ADVISOR);
      int before = access.trail().size();
      for (String name : List.of("anna", "nobody")) {
        for (int i = 0; i < 5; i++) {
          Logins.Door door = new Logins.Door("192.0.2." + i, "request", Optional.empty());
          assertRefused(
              AccessFault.WRONG_LOGIN,
              () -> access.logins().enter(name, "wrong", Optional.empty(), door));
        }
        AccessRefused locked =
            catchThrowableOfType(
                AccessRefused.class,
                () -> access.logins().enter(name, PASSWORD, Optional.empty(), door()));
        assertThat(locked.fault()).isEqualTo(AccessFault.LOCKED_OUT);
        assertThat(locked.retryAfterSeconds()).isBetween(595, 601);
      }
      List<String> trail = access.trail().subList(before, access.trail().size());
      assertThat(trail).hasSize(10).allMatch(event -> event.startsWith("LOGIN nobody "));
      assertThat(trail).filteredOn(event -> event.contains("\"locked\"")).hasSize(2);
      assertThat(trail).filteredOn(event -> event.contains("\"anna\"")).hasSize(5);

      access.pass(Duration.ofMinutes(10).plusSeconds(1));
      assertThat(access.enter("anna").session()).isNotEmpty();
    }
  }

  @Test
  void anAddressThatTriesManyNamesIsLockedForAllOfThem() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      access.person("anna", Role.ADVISOR);
      for (int i = 0; i < 8; i++) {
        String name = "name" + i;
        Logins.Door door = new Logins.Door("2001:db8:1:2::" + i, "request", Optional.empty());
        assertRefused(
            AccessFault.WRONG_LOGIN,
            () -> access.logins().enter(name, "wrong", Optional.empty(), door));
      }

      assertRefused(
          AccessFault.LOCKED_OUT,
          () ->
              access
                  .logins()
                  .enter(
                      "anna",
                      PASSWORD,
                      Optional.empty(),
                      new Logins.Door("2001:db8:1:2:ffff::1", "request", Optional.empty())));
      assertThat(access.enter("anna").session()).isNotEmpty();
    }
  }

  @Test
  void aNewPasswordOfAnAdministratorOpensALockedName() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      Account anna = access.person("anna", Role.ADVISOR);
      for (int i = 0; i < 5; i++) {
        assertRefused(
            AccessFault.WRONG_LOGIN,
            () -> access.logins().enter("anna", "wrong", Optional.empty(), door()));
      }
      String given = access.accounts().resetPassword(KEEPER, anna.id());
      assertThat(access.logins().enter("anna", given, Optional.of(OTHER), door()).session())
          .isNotEmpty();
    }
  }

  @Test
  void programsHaveNoPassword() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      Account robot =
          access.accounts().create(KEEPER, "robot", true, Set.of(Role.ADVISOR)).account();

      assertRefused(
          AccessFault.WRONG_LOGIN,
          () -> access.logins().enter("robot", "", Optional.empty(), door()));
      assertRefused(
          AccessFault.NO_PASSWORD, () -> access.accounts().resetPassword(KEEPER, robot.id()));
    }
  }
}
