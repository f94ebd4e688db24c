package io.clairscore.service.access;

import static io.clairscore.service.access.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clairscore.service.store.TestStore;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClientVisitsTest {
  @RegisterExtension static final AccessDatabases DATABASES = new AccessDatabases();

  private static Principal token(String id) {
    return new Principal(id, Principal.Kind.TOKEN, "test", Set.of(Role.ADVISOR), "anna");
  }

  @Test
  void aPersonOpensSoManyFilesAnHourByWhateverTokensAndTheTrailTellsOfMoreOnce() {
    try (AccessFixture access = DATABASES.fresh(TestStore.SQLITE)) {
      ClientVisits visits = access.visits(3);
      for (int client = 1; client <= 3; client++) {
        visits.visit(token("t-" + client), client, "request");
        access.pass(Duration.ofMinutes(10));
      }

      AccessRefused refused =
          catchThrowableOfType(AccessRefused.class, () -> visits.visit(token("t-4"), 4, "request"));
      assertThat(refused.fault()).isEqualTo(AccessFault.TOO_MANY_CLIENTS);
      assertThat(refused.retryAfterSeconds()).isEqualTo(30 * 60 + 1);
      assertRefused(AccessFault.TOO_MANY_CLIENTS, () -> visits.visit(token("t-5"), 5, "request"));
      assertThat(access.trail())
          .singleElement()
          .asString()
          .startsWith("READING_LIMITED t-4 ")
          .contains("3");

      // What is open stays open, another person is another, and time goes by.
      visits.visit(token("t-1"), 2, "request");
      Principal boris =
          new Principal("boris", Principal.Kind.ACCOUNT, "boris", Set.of(Role.ADVISOR));
      visits.visit(boris, 4, "request");
      access.pass(Duration.ofMinutes(30));
      visits.visit(token("t-4"), 4, "request");
      assertRefused(AccessFault.TOO_MANY_CLIENTS, () -> visits.visit(token("t-5"), 5, "request"));
    }
  }
}
