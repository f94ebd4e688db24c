package io.clairscore.scorer.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PredictionEventsTest {
  private static final Days ALL = new Days(Optional.empty(), Optional.empty());

  @Test
  void daysAreInUniversalTimeAndTheLastIsNotOfThem() {
    Days october =
        new Days(Optional.of(LocalDate.of(2026, 10, 1)), Optional.of(LocalDate.of(2026, 11, 1)));

    assertThat(october.condition())
        .isEqualTo(
            "occurred_at >= timestamptz '2026-10-01T00:00:00Z' AND occurred_at < timestamptz"
                + " '2026-11-01T00:00:00Z'");
    assertThat(october).hasToString("2026-10-01 – 2026-10-31");
    assertThat(ALL.condition()).isEqualTo("true");
    assertThat(ALL).hasToString("");
    assertThatThrownBy(() -> new Days(october.until(), october.from()))
        .hasMessageContaining("there is no day from 2026-11-01 to 2026-10-01");
  }

  @Test
  void everyColumnThatIsWrittenOrReadIsInTheTable() {
    String definition = PredictionEvents.definition();
    assertThat(definition).contains("CREATE TABLE prediction_events (");
    Pattern columns = Pattern.compile("\\((occurred_at[^)]*)\\)");
    var written = columns.matcher(PredictionEvents.INSERT);
    assertThat(written.find()).isTrue();
    List<String> names = List.of(written.group(1).split(", "));
    assertThat(names).hasSize((int) PredictionEvents.INSERT.chars().filter(c -> c == '?').count());
    assertThat(names)
        .allSatisfy(name -> assertThat(definition).containsPattern("(?m)^  " + name + " +\\w"));
    assertThat(PredictionEvents.rows(ALL, 7)).contains("event_id <= 7");
  }
}
