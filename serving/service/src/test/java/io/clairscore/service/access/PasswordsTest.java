package io.clairscore.service.access;

import static io.clairscore.service.access.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  @Test
  void hashesAreThoseOfTheReferenceImplementation() {
    // argon2-cffi 25.1: hash_secret(b"password", b"somesaltsomesalt", 2, 19456, 1, 32, Type.ID)
    String written =
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE";
    assertThat(new Argon2().verifies("password", written)).isTrue();
    assertThat(new Argon2().verifies("Password", written)).isFalse();
  }

  @Test
  void aPasswordHasAnotherHashEachTimeAndHashesOfOldParametersAreMadeAnew() {
    Argon2 argon2 = new Argon2();
    String one = argon2.hash("é 漢字 🔑");
    String other = argon2.hash("é 漢字 🔑");

    assertThat(one).isNotEqualTo(other);
    assertThat(argon2.verifies("é 漢字 🔑", one)).isTrue();
    assertThat(argon2.isOutdated(one)).isFalse();
    assertThat(argon2.isOutdated(one.replace("t=2", "t=1"))).isTrue();
    assertThatThrownBy(() -> argon2.verifies("x", "$2y$10$whatever"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("whatever");
  }

  @Test
  void simplePasswordsAreRefused() {
    PasswordRules rules = new PasswordRules(12);
    for (String simple :
        List.of(
            "short",
            "elevenchars",
            "aaaaaaaaaaaaaaaa",
            "abababababab",
            "123456789012",
            "qwertyuiopas",
            "azertyuiopqs",
            "lkjhgfdsapoi",
            "anna.kovacs12",
            "ANNA.KOVACS-2026",
            "clairscore2026",
            "Password1234!",
            "x".repeat(201))) {
      assertRefused(AccessFault.WEAK_PASSWORD, () -> rules.demand(simple, "anna.kovacs"));
    }
    for (String good :
        List.of(
            "cheval agrafe batterie",
            "Tr0ub4dor&3-x",
            "été à la mer 漢字",
            "k".repeat(3) + "jhsdfiuw bd")) {
      assertThatCode(() -> rules.demand(good, "anna.kovacs")).as(good).doesNotThrowAnyException();
    }
  }

  @Test
  void hundredsWhoLogInAtOnceTakeTurnsAndMostAreToldToComeBack() throws Exception {
    PasswordCheck passwords = new PasswordCheck();
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tries.add(() -> passwords.verifies("guess", Optional.empty()));
    }
    var threads = Executors.newFixedThreadPool(tries.size());
    int busy = 0;
    for (Future<Boolean> each : threads.invokeAll(tries)) {
      try {
        assertThat(each.get()).isFalse();
      } catch (java.util.concurrent.ExecutionException e) {
        AccessRefused refused = (AccessRefused) e.getCause();
        assertThat(refused.fault()).isEqualTo(AccessFault.BUSY);
        assertThat(refused.retryAfterSeconds()).isPositive();
        busy++;
      }
    }
    threads.shutdown();
    assertThat(busy).isBetween(1, 39);
  }
}
