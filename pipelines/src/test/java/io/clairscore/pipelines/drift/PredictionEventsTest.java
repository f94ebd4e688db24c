package io.clairscore.pipelines.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.abort;

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
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.event.PostgresServer;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.scorer.event.PredictionEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real PostgreSQL, started from the system's package; skipped aloud without it. */
class PredictionEventsTest extends SparkTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  @TempDir static Path folder;
  private static PostgresServer server;
  private static DriftWorkspace clients;
  private static Path model;
  private static FeatureTable features;

  @BeforeEach
  void serveOnce() throws Exception {
    if (server != null) {
      return;
    }
    Optional<Path> programs = PostgresServer.programs();
    if (programs.isEmpty()) {
      System.err.println(
          "SKIPPED PredictionEventsTest: no PostgreSQL here; apt-get install postgresql has it");
      abort("no PostgreSQL: apt-get install postgresql");
    }
    server = PostgresServer.start(programs.get());
    clients = DriftWorkspace.of(session(), folder.resolve("clients"), 0.8);
    TrainStep.run(clients.job(), TrainOptions.DEFAULT);
    model = TrainStep.modelFolder(clients.job());
    features = FeatureTable.latest(session(), clients.workspace().features());
    serve();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(server.url(), "clairscore", PostgresServer.PASSWORD);
  }

  /** Writes each new client as the service would: half of them on each of two days. */
  private void serve() throws Exception {
    Map<Object, Row> applications = new HashMap<>();
    for (Row row :
        session()
            .read()
            .format("delta")
            .load(clients.workspace().raw(Table.APPLICATION).toString())
            .collectAsList()) {
      applications.put(row.getAs("SK_ID_CURR"), row);
    }
    ObjectMapper json = new ObjectMapper();
    try (Connection connection = connect()) {
      connection.createStatement().execute(PredictionEvents.definition());
      connection.setAutoCommit(false);
      PreparedStatement insert = connection.prepareStatement(PredictionEvents.INSERT);
      int place = 0;
      for (Row row : features.vectors().filter("TARGET IS NULL").collectAsList()) {
        Row application = applications.get(row.get(0));
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        for (String name : application.schema().fieldNames()) {
          if (!name.equals("TARGET") && application.getAs(name) != null) {
            sent.set(name, json.valueToTree(application.getAs(name)));
          }
        }
        new PredictionEvent(
                FIRST.plusDays(place++ % 2).atTime(12, 0).toInstant(ZoneOffset.UTC),
                ((Number) row.get(0)).longValue(),
                "run",
                features.catalogueHash(),
                sent,
                Vectors.floats(row.getList(2)),
                0,
                0.1,
                600,
                Decision.ACCEPTED)
            .bind(insert);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  private static EventSource events(LocalDate from, LocalDate until) {
    return EventSource.of(
        server.url(),
        Map.of("PGUSER", "clairscore", "PGPASSWORD", PostgresServer.PASSWORD),
        Optional.ofNullable(from),
        Optional.ofNullable(until));
  }

  private static DriftReport report(DriftRequest request, String... settings) throws IOException {
    DriftStep.run(clients.job(settings), request);
    return ReportJson.read(
        Files.readString(clients.workspace().driftReports().resolve(request.date() + ".json")));
  }

  @Test
  void servedPredictionsAreThePopulationTheyAreInTheTables() throws IOException {
    String[] settings = {"drift.meaning.segments=[CODE_GENDER]", "drift.meaning.domainRows=500"};
    DriftReport tables =
        report(DriftWorkspace.request(model, null, null, null, LocalDate.of(2026, 4, 1)), settings);
    DriftReport served =
        report(
            DriftWorkspace.served(model, events(null, null), LocalDate.of(2026, 4, 2)), settings);

    assertThat(served.currentRows()).isEqualTo(DriftWorkspace.NEW);
    assertThat(served.rows().stream().map(DriftRow::measured).toList())
        .isEqualTo(tables.rows().stream().map(DriftRow::measured).toList());
    assertThat(served.model().orElseThrow().score())
        .isEqualTo(tables.model().orElseThrow().score());
    assertThat(served.model().orElseThrow().shift())
        .isCloseTo(tables.model().orElseThrow().shift(), offset(1e-9));
    assertThat(served.meaning().domain().known()).isTrue();
    assertThat(served.meaning().domain()).isEqualTo(tables.meaning().domain());
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

  @Test
  void daysChooseTheEvents() throws IOException {
    DriftReport report =
        report(
            DriftWorkspace.served(
                model, events(FIRST, FIRST.plusDays(1)), LocalDate.of(2026, 4, 3)));

    assertThat(report.currentRows()).isEqualTo(DriftWorkspace.NEW / 2);
    assertThat(report.provenance().current().date()).isEqualTo("2026-03-01 – 2026-03-01");
    refused(events(FIRST.plusYears(1), null), "no events of 2027-03-01");
  }

  @Test
  void whatCannotBeReadIsRefusedWithoutTellingThePassword() throws Exception {
    Map<String, String> wrong = Map.of("PGUSER", "clairscore", "PGPASSWORD", "a-wrong-guess");
    EventSource stranger = EventSource.of(server.url(), wrong, Optional.empty(), Optional.empty());
    refused(stranger, "password authentication failed");
    assertThatThrownBy(() -> report(DriftWorkspace.served(model, stranger, FIRST)))
        .message()
        .doesNotContain("a-wrong-guess");
    assertThat(stranger.toString()).doesNotContain("a-wrong-guess");
    EventSource elsewhere =
        EventSource.of(
            server.url().replace("/postgres", "/template1"),
            Map.of("PGUSER", "clairscore", "PGPASSWORD", PostgresServer.PASSWORD),
            Optional.empty(),
            Optional.empty());
    refused(elsewhere, "relation \"prediction_events\" does not exist");
    try (Connection connection = connect()) {
      String other =
          "INSERT INTO prediction_events (occurred_at, sk_id_curr, model_run, catalogue_hash,"
              + " application, features, margin, probability, points, decision) VALUES"
              + " ('2026-06-01T00:00Z', 1, 'old', 'another', '{}', '{1}', 0, 0.1, 600, 'REFUSED')";
      connection.createStatement().execute(other);
      refused(events(LocalDate.of(2026, 5, 1), null), "events do not have the features");
      connection.createStatement().execute("DELETE FROM prediction_events WHERE model_run = 'old'");
    }
    assertThat(clients.workspace().driftReports().resolve(FIRST + ".json")).doesNotExist();
  }

  private static void refused(EventSource source, String message) {
    assertThatThrownBy(() -> report(DriftWorkspace.served(model, source, FIRST)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message);
  }
}
