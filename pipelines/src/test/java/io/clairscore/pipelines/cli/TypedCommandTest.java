package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedCommandTest {

  @Test
  void canBePastedIntoAShell() {
    assertThat(TypedCommand.of(List.of("drift", "--workspace", "my work [1]", "--date=2026-02-28")))
        .endsWith(" drift --workspace 'my work [1]' --date=2026-02-28");
    assertThat(TypedCommand.quoted("l'année")).isEqualTo("'l'\\''année'");
    assertThat(TypedCommand.quoted("")).isEqualTo("''");
  }

  @Test
  void doesNotTellWhoLogsInWhere() {
    assertThat(
            TypedCommand.of(
                List.of("drift", "--events", "jdbc:postgresql://user:secret@host:5432/events")))
        .endsWith(" --events jdbc:postgresql://host:5432/events")
        .doesNotContain("user", "secret");
    assertThat(
            TypedCommand.quoted(
                TypedCommand.withoutLogin(
                    "jdbc:postgresql://host/events?user=me&password=secret&ssl=true")))
        .isEqualTo("'jdbc:postgresql://host/events?ssl=true'");
  }
}
