package io.clairscore.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.scorer.event.Actor;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventExportTest {
  @TempDir Path folder;

  private static String export(WrittenEvents events, EventFormat format, OptionalLong client)
      throws IOException {
    StringBuilder out = new StringBuilder();
    try (Database database = Database.existing(events.conf())) {
      long written = new EventExport(database, format).write(out, client);
      long lines = out.toString().lines().count();
      assertThat(written).isEqualTo(format == EventFormat.CSV ? lines - 1 : lines);
    }
    return out.toString();
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void everyEventIsALineOfJsonInTheOrderOfItsNumber(TestStore store) throws IOException {
    WrittenEvents events = WrittenEvents.in(store, folder);
    String[] lines = export(events, EventFormat.JSON, OptionalLong.empty()).split("\n");

    assertThat(lines).hasSize(WrittenEvents.COUNT);
    int predictions = 0;
    for (int i = 0; i < lines.length; i++) {
      JsonNode event = new ObjectMapper().readTree(lines[i]);
      assertThat(event.get("number").asLong()).isEqualTo(i + 1);
      assertThat(event.get("hash").asText()).isEqualTo(events.receipts().get(i).hash());
      if (event.get("kind").asText().equals("PREDICTION")) {
        predictions++;
        assertThat(event.get("features")).hasSize(30);
        assertThat(event.at("/application/NAME_CONTRACT_TYPE").asText()).isEqualTo("Cash loans");
        assertThat(event.at("/reasons/0/feature").asText()).isEqualTo("EXT_SOURCE_MEAN");
      }
    }
    assertThat(predictions).isBetween(1, WrittenEvents.COUNT - 1);
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void theEventsOfOneClientAreARowOfCsvEach(TestStore store) throws IOException {
    WrittenEvents events = WrittenEvents.in(store, folder);
    String all = export(events, EventFormat.CSV, OptionalLong.empty());
    assertThat(all.lines()).hasSize(WrittenEvents.COUNT + 1);
    assertThat(all.lines().findFirst().orElseThrow())
        .startsWith("number,occurredAt,hash,kind,byId,byKind,requestId,client,");
    String of =
        all.lines().filter(line -> line.matches(".*,10\\d{4},.*")).findFirst().orElseThrow();
    long client = Long.parseLong(of.replaceAll("^(?:[^,]*,){7}(\\d+),.*$", "$1"));
    assertThat(export(events, EventFormat.CSV, OptionalLong.of(client)).lines().skip(1))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("," + client + ","));
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void whatATableProgramWouldRunIsMadeText(TestStore store) throws IOException {
    try (Database database = Database.open(store.fresh(folder))) {
      new AuditTrail(database)
          .record(
              new AuditEvent(
                  new Actor("=cmd|' /C calc'!A0", "ACCOUNT"), "r", Entries.OF_EACH_KIND.get(0)));
      StringBuilder out = new StringBuilder();
      new EventExport(database, EventFormat.CSV).write(out, OptionalLong.empty());
      assertThat(out).contains("\"'=cmd|' /C calc'!A0\"");
    }
  }
}
