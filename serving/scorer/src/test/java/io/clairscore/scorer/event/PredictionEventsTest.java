package io.clairscore.scorer.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PredictionEventsTest {
  private static final Days ALL = new Days(Optional.empty(), Optional.empty());

  @Test
  void daysAreInUniversalTimeAndTheLastIsNotOfThem() {
    Days october =
        new Days(Optional.of(LocalDate.of(2026, 10, 1)), Optional.of(LocalDate.of(2026, 11, 1)));

    assertThat(october.condition())
        .isEqualTo(
            "occurred_at >= %d000000 and occurred_at < %d000000",
            Instant.parse("2026-10-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2026-11-01T00:00:00Z").getEpochSecond());
    assertThat(october).hasToString("2026-10-01 – 2026-10-31");
    assertThat(ALL.condition()).isEqualTo("1 = 1");
    assertThat(ALL).hasToString("");
    assertThatThrownBy(() -> new Days(october.until(), october.from()))
        .hasMessageContaining("there is no day from 2026-11-01 to 2026-10-01");
  }

  @Test
  void everyColumnOfThePredictionIsInTheTableAndEveryOtherIsKnown() {
    String definition = PredictionEvents.definition("bigint");
    assertThat(definition).contains("create table prediction_events (").doesNotContain("${");
    List<String> inTable =
        definition
            .lines()
            .filter(line -> line.matches("  [a-z_]+ +(bigint|integer|text|bytea|double).*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    List<String> known = PredictionEvents.TABLE.columns().stream().map(EventColumn::name).toList();
    assertThat(inTable).hasSize(known.size() + 3).containsAll(known);
    assertThat(inTable).contains(EventTable.NUMBER, EventTable.MOMENT, EventTable.HASH);
    for (EventColumn column : PredictionEvents.TABLE.columns()) {
      assertThat(definition)
          .containsPattern(
              "(?m)^  "
                  + column.name()
                  + " +[a-z ]+"
                  + (column.nullable() ? "(?<!null)," : "not null,"));
    }
  }

  @Test
  void aPredictionIsWhatItsCellsSay() {
    SampleEvents samples = new SampleEvents(1);
    for (int i = 0; i < 200; i++) {
      PredictionEvent event = samples.next();
      assertThat(PredictionEvent.of(event.cells())).isEqualTo(event);
    }
    Object[] cells = samples.next().cells();
    cells[0] = 7L;
    assertThatThrownBy(() -> PredictionEvent.of(cells))
        .hasMessage("no principal_id of a prediction");
  }

  @Test
  void whatNoStoreKeepsIsReplaced() {
    assertThat(EventText.clean("été \uD83D\uDE00", "text")).isEqualTo("été \uD83D\uDE00");
    assertThat(EventText.clean("a\0b\uD800c", "text")).isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Test
  void packedDocumentsAndVectorsComeBackToTheBit() throws IOException {
    String document = "{\"NAME_INCOME_TYPE\":\"Salarié\"}".repeat(50);
    byte[] packed = PackedJson.pack(document.getBytes(StandardCharsets.UTF_8));
    assertThat(packed).hasSizeLessThan(document.length() / 4);
    assertThat(PackedJson.unpack(packed)).isEqualTo(document);
    assertThatThrownBy(() -> PackedJson.unpack(new byte[] {1, 2, 3}))
        .isInstanceOf(IOException.class);
    byte[] bomb = PackedJson.pack(new byte[10 << 20]);
    assertThatThrownBy(() -> PackedJson.unpack(bomb)).hasMessageContaining("more than");

    float[] vector = {0f, -0f, Float.NaN, Float.MIN_VALUE, 1e30f, Float.NEGATIVE_INFINITY};
    float[] again = PackedVector.unpack(PackedVector.pack(vector));
    for (int i = 0; i < vector.length; i++) {
      assertThat(Float.floatToRawIntBits(again[i])).isEqualTo(Float.floatToRawIntBits(vector[i]));
    }
    assertThat(PackedVector.pack(new float[] {1})).containsExactly(0, 0, 0x80, 0x3f);
    assertThatThrownBy(() -> PackedVector.unpack(new byte[6])).hasMessageContaining("no vector");
  }

  @Test
  void aScoreThatIsNoNumberIsNotKept() {
    PredictionEvent event = new SampleEvents(2).of(OptionalLong.empty(), OptionalInt.empty());
    assertThatThrownBy(
            () ->
                new PredictionEvent(
                    event.inquiry(),
                    event.place(),
                    event.client(),
                    event.model(),
                    event.application(),
                    event.features(),
                    event.score(),
                    Double.NaN,
                    event.reasons()))
        .hasMessageContaining("no number");
  }
}
