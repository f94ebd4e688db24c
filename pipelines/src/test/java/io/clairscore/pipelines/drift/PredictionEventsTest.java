package io.clairscore.pipelines.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.drift.population.EventSource;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.features.Vectors;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainStep;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.event.Inquiry;
import io.clairscore.scorer.event.ModelStamp;
import io.clairscore.scorer.event.PackedJson;
import io.clairscore.scorer.event.PackedVector;
import io.clairscore.scorer.event.PostgresServer;
import io.clairscore.scorer.event.PredictionEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real file of SQLite and a real PostgreSQL; the latter is skipped aloud without it. */
class PredictionEventsTest extends SparkTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  @TempDir static Path folder;
  private static final Map<String, EventStore> STORES = new HashMap<>();
  private static DriftWorkspace clients;
  private static Path model;
  private static FeatureTable features;
  private static Bundle bundle;

  @BeforeEach
  void trainOnce() {
    if (bundle != null) {
      return;
    }
    clients = DriftWorkspace.of(session(), folder.resolve("clients"), 0.8);
    TrainStep.run(clients.job(), TrainOptions.DEFAULT);
    model = TrainStep.modelFolder(clients.job());
    features = FeatureTable.latest(session(), clients.workspace().features());
    bundle = Bundle.load(model, features.catalogueHash());
  }

  @AfterAll
  static void stop() throws Exception {
    for (EventStore store : STORES.values()) {
      store.stop();
    }
    STORES.clear();
    bundle = null;
  }

  /** The store, with each new client written as the service would: half on each of two days. */
  private EventStore store(String kind) throws Exception {
    EventStore known = STORES.get(kind);
    if (known != null) {
      return known;
    }
    EventStore store = EventStore.of(kind, folder);
    STORES.put(kind, store);
    Map<Object, Row> applications = new HashMap<>();
    for (Row row :
        session()
            .read()
            .format("delta")
            .load(clients.workspace().raw(Table.APPLICATION).toString())
            .collectAsList()) {
      applications.put(row.getAs("SK_ID_CURR"), row);
    }
    List<PredictionEvent> events = new ArrayList<>();
    List<Instant> moments = new ArrayList<>();
    FeatureTable read = features.only(bundle.manifest().features());
    for (Row row : read.vectors().filter("TARGET IS NULL").collectAsList()) {
      moments.add(FIRST.plusDays(events.size() % 2).atTime(12, 0).toInstant(ZoneOffset.UTC));
      events.add(
          event(
              ((Number) row.get(0)).longValue(),
              applications.get(row.get(0)),
              Vectors.floats(row.getList(2)),
              bundle.manifest().training().runId()));
    }
    store.add(events, moments);
    return store;
  }

  private static PredictionEvent event(long client, Row application, float[] vector, String run) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode sent = JsonNodeFactory.instance.objectNode();
    for (String name : application.schema().fieldNames()) {
      if (application.getAs(name) != null) {
        sent.set(name, json.valueToTree(application.getAs(name)));
      }
    }
    return new PredictionEvent(
        new Inquiry(new Actor("advisor", "ACCOUNT"), "application", "route", "request"),
        OptionalInt.empty(),
        OptionalLong.of(client),
        new ModelStamp(run, "checksum", "v1", features.catalogueHash()),
        PackedJson.pack(sent.toString().getBytes(StandardCharsets.UTF_8)),
        PackedVector.pack(vector),
        Scorer.of(bundle).score(vector),
        bundle.manifest().threshold().margin(),
        "[]");
  }

  private static DriftReport report(DriftRequest request, String... settings) throws IOException {
    DriftStep.run(clients.job(settings), request);
    return ReportJson.read(
        Files.readString(clients.workspace().driftReports().resolve(request.date() + ".json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void servedPredictionsAreThePopulationTheyAreInTheTables(String kind) throws Exception {
    EventStore store = store(kind);
    String[] settings = {"drift.meaning.segments=[CODE_GENDER]", "drift.meaning.domainRows=500"};
    DriftReport tables =
        report(DriftWorkspace.request(model, null, null, null, LocalDate.of(2026, 4, 1)), settings);
    DriftReport served =
        report(
            DriftWorkspace.served(model, store.source(null, null, null), LocalDate.of(2026, 4, 2)),
            settings);

    assertThat(served.currentRows()).isEqualTo(DriftWorkspace.NEW);
    List<String> compared = served.rows().stream().map(DriftRow::name).toList();
    assertThat(compared)
        .containsAll(bundle.manifest().features())
        .contains("AMT_CREDIT", "CODE_GENDER");
    assertThat(served.rows().stream().map(DriftRow::measured).toList())
        .containsExactlyInAnyOrderElementsOf(
            tables.rows().stream()
                .filter(row -> compared.contains(row.name()))
                .map(DriftRow::measured)
                .toList());
    assertThat(served.model().orElseThrow().score())
        .isEqualTo(tables.model().orElseThrow().score());
    assertThat(served.model().orElseThrow().shift())
        .isCloseTo(tables.model().orElseThrow().shift(), offset(1e-9));
    assertThat(served.meaning().domain().known()).isTrue();
    assertThat(served.meaning().domain().columns())
        .as("told apart by what the model reads")
        .isEqualTo(bundle.manifest().features().size());
    assertThat(served.meaning().domain().auc())
        .isCloseTo(tables.meaning().domain().auc(), offset(0.03));
    assertThat(served.meaning().segments().get(0).terms())
        .extracting(term -> term.value() + term.current())
        .isEqualTo(
            tables.meaning().segments().get(0).terms().stream()
                .map(term -> term.value() + term.current())
                .toList());
    assertThat(served.meaning().performance().figure(OutcomeFigure.AUC).orElseThrow().estimated())
        .isCloseTo(
            tables.meaning().performance().figure(OutcomeFigure.AUC).orElseThrow().estimated(),
            offset(1e-9));
    assertThat(served.provenance().current().name()).isEqualTo("prediction_events");
    assertThat(ReportJson.write(served)).doesNotContain(PostgresServer.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void daysAndModelsChooseTheEvents(String kind) throws Exception {
    EventStore store = store(kind);
    DriftReport report =
        report(
            DriftWorkspace.served(
                model, store.source(FIRST, FIRST.plusDays(1), null), LocalDate.of(2026, 4, 3)));

    assertThat(report.currentRows()).isEqualTo(DriftWorkspace.NEW / 2);
    assertThat(report.provenance().current().date()).isEqualTo("2026-03-01 – 2026-03-01");
    assertThat(report.provenance().current().version())
        .endsWith("%d features".formatted(bundle.manifest().features().size()));
    refused(store.source(FIRST.plusYears(1), null, null), "no events of 2027-03-01");

    Row anybody =
        session()
            .read()
            .format("delta")
            .load(clients.workspace().raw(Table.APPLICATION).toString())
            .first();
    PredictionEvent other =
        event(1, anybody, new float[bundle.manifest().features().size()], "another");
    store.add(List.of(other), List.of(FIRST.plusDays(9).atStartOfDay().toInstant(ZoneOffset.UTC)));
    refused(store.source(null, null, null), "of several models");
    refused(store.source(null, null, "another"), "The model of the prediction events is not here");
    refused(
        store.source(FIRST.plusDays(9), null, "nobody"),
        "no events of 2026-03-10 – …, model nobody");
    try (Connection connection = store.connect();
        var statement = connection.createStatement()) {
      statement.execute("delete from prediction_events where model_run = 'another'");
    }
  }

  @Test
  void whatCannotBeReadIsRefusedWithoutTellingThePassword() throws Exception {
    EventStore store = store("PostgreSQL");
    Map<String, String> wrong = Map.of("PGUSER", "clairscore", "PGPASSWORD", "a-wrong-guess");
    EventSource stranger = source(store.url(), wrong);
    refused(stranger, "password authentication failed");
    assertThatThrownBy(() -> report(DriftWorkspace.served(model, stranger, FIRST)))
        .message()
        .doesNotContain("a-wrong-guess");
    assertThat(stranger.toString()).doesNotContain("a-wrong-guess");
    EventSource elsewhere =
        source(
            store.url().replace("/postgres", "/template1"),
            Map.of("PGUSER", "clairscore", "PGPASSWORD", PostgresServer.PASSWORD));
    refused(elsewhere, "relation \"prediction_events\" does not exist");
    assertThat(clients.workspace().driftReports().resolve(FIRST + ".json")).doesNotExist();
  }

  @Test
  void aFileThatIsNotThereIsRefusedAndNotMade() {
    Path nowhere = folder.resolve("nowhere.db");
    refused(source("jdbc:sqlite:" + nowhere, Map.of()), "cannot be read");
    assertThat(nowhere).doesNotExist();
  }

  private static EventSource source(String url, Map<String, String> environment) {
    return EventSource.of(url, environment, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static void refused(EventSource source, String message) {
    assertThatThrownBy(() -> report(DriftWorkspace.served(model, source, FIRST)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message);
  }
}
