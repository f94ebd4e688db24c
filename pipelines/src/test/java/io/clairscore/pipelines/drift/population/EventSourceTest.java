package io.clairscore.pipelines.drift.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventSourceTest {

  @Test
  void secretsAndOtherDatabasesAreNotTakenFromTheCommandLine() {
    for (String url :
        List.of(
            "jdbc:mysql://host/events",
            "jdbc:postgresql://host/events?user=me&password=secret",
            "jdbc:postgresql://me:secret@host/events")) {
      assertThatThrownBy(
              () ->
                  EventSource.of(
                      url, Map.of(), Optional.empty(), Optional.empty(), Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .doesNotContain("secret@", "=secret");
    }
  }

  @Test
  void theLastDayIsNotOfThemAndSecretsAreNotTold() {
    EventSource october =
        EventSource.of(
            "jdbc:postgresql://host/events?ssl=true",
            Map.of("PGUSER", "reader", "PGPASSWORD", "hidden"),
            Optional.of(LocalDate.of(2026, 10, 1)),
            Optional.of(LocalDate.of(2026, 11, 1)),
            Optional.empty());

    assertThat(october.events().toString()).isEqualTo("2026-10-01 – 2026-10-31");
    assertThat(october.toString())
        .isEqualTo("prediction_events of jdbc:postgresql://host/events")
        .doesNotContain("hidden");
  }
}
