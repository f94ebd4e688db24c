package io.clairscore.service.access;

import static io.clairscore.service.access.AccessFixture.KEEPER;
import static io.clairscore.service.access.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.service.store.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest {
  @RegisterExtension static final AccessDatabases DATABASES = new AccessDatabases();

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void theFirstStartMakesOneAdministratorAndLaterOnesNone(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      access.program("scraper", Role.MONITOR);

      Accounts.Created first = access.accounts().first().orElseThrow();

      assertThat(first.account().name()).isEqualTo("admin");
      assertThat(first.account().roles()).containsExactly(Role.ADMINISTRATOR);
      assertThat(first.password()).isPresent();
      assertThat(access.accounts().first()).isEmpty();
      assertThat(access.another().accounts().first()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void namesAreTakenOnceWhateverTheirCapitals(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      access.accounts().create(KEEPER, "Anna.K", false, Set.of(Role.ADVISOR));

      assertThat(access.accounts().named("ANNA.K ").name()).isEqualTo("anna.k");
      assertRefused(
          AccessFault.NAME_TAKEN,
          () -> access.accounts().create(KEEPER, "anna.k", false, Set.of(Role.ADVISOR)));
      for (String name : List.of("", "a", "-anna", "anna k", "änna", "a".repeat(65), "a\nb")) {
        assertRefused(
            AccessFault.BAD_NAME,
            () -> access.accounts().create(KEEPER, name, false, Set.of(Role.ADVISOR)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void theLastAdministratorStays(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      String last = access.person("anna", Role.ADMINISTRATOR).id();
      access.accounts().create(KEEPER, "robot", true, Set.of(Role.ADMINISTRATOR));

      assertRefused(AccessFault.LAST_ADMINISTRATOR, () -> access.accounts().disable(KEEPER, last));
      assertRefused(AccessFault.LAST_ADMINISTRATOR, () -> access.accounts().delete(KEEPER, last));
      assertRefused(
          AccessFault.LAST_ADMINISTRATOR,
          () -> access.accounts().roles(KEEPER, last, Set.of(Role.ADVISOR)));

      access.person("boris", Role.ADMINISTRATOR);
      access.accounts().delete(KEEPER, last);
      assertThat(access.accounts().all())
          .extracting(Account::name)
          .containsExactly("boris", "robot");
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void ofTwoAdministratorsWhoDisableEachOtherAtOnceOneStays(TestStore store) throws Exception {
    try (AccessFixture access = DATABASES.fresh(store)) {
      List<String> both =
          List.of(
              access.person("anna", Role.ADMINISTRATOR).id(),
              access.person("boris", Role.ADMINISTRATOR).id());
      List<Callable<Account>> tries = new ArrayList<>();
      both.forEach(id -> tries.add(() -> access.another().accounts().disable(KEEPER, id)));

      int refused = failures(tries);

      assertThat(refused).isEqualTo(1);
      assertThat(access.accounts().all()).filteredOn(Account::disabled).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void seatsAreGivenOnceHoweverManyAskAtOnce(TestStore store) throws Exception {
    try (AccessFixture access = DATABASES.fresh(store)) {
      List<Callable<Account>> tries = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String name = "advisor" + i;
        tries.add(
            () -> access.accounts().create(KEEPER, name, true, Set.of(Role.ADVISOR)).account());
      }

      int refused = failures(tries);

      assertThat(refused).isEqualTo(3);
      assertThat(access.accounts().seats()).contains(new Accounts.Seat(Role.ADVISOR, 3, 3));
      Account one = access.accounts().all().get(0);
      access.accounts().disable(KEEPER, one.id());
      access.accounts().create(KEEPER, "another", true, Set.of(Role.ADVISOR));
      assertRefused(AccessFault.SEATS_TAKEN, () -> access.accounts().enable(KEEPER, one.id()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void idleAccountsAreThoseThatNobodyUsed(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      access.person("anna", Role.ADVISOR);
      access.person("boris", Role.ADVISOR);
      access.pass(Duration.ofDays(91));
      access.enter("anna");

      assertThat(access.accounts().all())
          .filteredOn(access.accounts()::isIdle)
          .extracting(Account::name)
          .containsExactly("boris");
      assertThat(access.accounts().named("anna").lastUsed()).contains(access.now());
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void everyChangeIsInTheTrailWithWhoMadeItAndNothingIsRecordedOfWhatWasRefused(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      Account anna = access.person("anna", Role.ADMINISTRATOR);
      Account boris =
          access.accounts().create(KEEPER, "boris", false, Set.of(Role.ADVISOR)).account();
      int before = access.trail().size();
      access.accounts().roles(KEEPER, boris.id(), Set.of(Role.REVIEWER));
      access.accounts().disable(KEEPER, boris.id());
      access.accounts().enable(KEEPER, boris.id());
      access.accounts().resetPassword(KEEPER, boris.id());
      assertRefused(
          AccessFault.LAST_ADMINISTRATOR, () -> access.accounts().delete(KEEPER, anna.id()));
      access.accounts().delete(KEEPER, boris.id());

      List<String> trail = access.trail().subList(before, access.trail().size());

      assertThat(trail).hasSize(5).allMatch(event -> event.startsWith("ACCESS_CHANGE keeper "));
      assertThat(trail).allMatch(event -> event.contains(boris.id()));
      assertThat(trail.get(0)).contains("\"roles\"").contains("REVIEWER");
      assertThat(trail.get(1)).contains("\"disabled\"");
      assertThat(trail.get(2)).contains("\"enabled\"");
      assertThat(trail.get(3)).contains("\"password reset\"");
      assertThat(trail.get(4)).contains("\"deleted\"").contains("boris");
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void noSecretStandsInAnyTable(TestStore store) {
    try (AccessFixture access = DATABASES.fresh(store)) {
      Accounts.Created anna = access.accounts().create(KEEPER, "anna", false, Set.of(Role.ADVISOR));
      String oneTime = anna.password().orElseThrow();
      Logins.Entry entry =
          access
              .logins()
              .enter("anna", oneTime, Optional.of(AccessFixture.PASSWORD), AccessFixture.door());
      Tokens.Created token = access.program("robot", Role.ADVISOR);

      String all = access.everything();

      assertThat(all).contains("anna").contains("$argon2id$v=19$m=19456,t=2,p=1$");
      assertThat(all).doesNotContain(oneTime).doesNotContain(AccessFixture.PASSWORD);
      assertThat(all).doesNotContain(entry.session()).doesNotContain(token.secret());
    }
  }

  /** How many of these fail when they are done at once. */
  private static int failures(List<Callable<Account>> tries) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(tries.size());
    try {
      int failures = 0;
      for (Future<Account> each : threads.invokeAll(tries)) {
        try {
          each.get();
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(AccessRefused.class);
          failures++;
        }
      }
      return failures;
    } finally {
      threads.shutdown();
    }
  }
}
