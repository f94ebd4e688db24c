package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.RunningService.Site;
import io.clairscore.service.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every client of a real publication; {@code scripts/checks/service/parity} runs it. */
class ServiceParityTest {
  private static final int AT_A_TIME = 100;

  @Test
  void theServiceSaysOfEveryPublishedClientWhatTheBatchSaid() throws IOException, SQLException {
    String published = System.getenv("CLAIRSCORE_PUBLISHED");
    if (published == null) {
      System.err.println(
          "SKIPPED: no published clients. scripts/checks/service/parity names them and runs this.");
    }
    Assumptions.assumeTrue(published != null, "CLAIRSCORE_PUBLISHED names no published versions");
    int explained =
        Integer.parseInt(System.getenv().getOrDefault("CLAIRSCORE_TEST_EXPLAINED", "200"));
    try (Site site = Site.over(Path.of(published))) {
      Map<Integer, Score> batch = population(site.model().files().population());
      List<Integer> clients = site.model().clients().clients().boxed().toList();
      assertThat(batch.keySet()).containsExactlyElementsOf(clients);
      for (int client : clients) {
        JsonNode told = good(site.post(path(client, "score"), ""));
        assertThat(score(told.get("score"))).as("client %d", client).isEqualTo(batch.get(client));
      }
      System.out.printf("%,d clients: score by number is that of the batch%n", clients.size());
      long scores = applicants(site, clients, batch);
      System.out.printf(
          "%,d dossiers sent as applicants: the client's score; %,d stored scores of the batch are"
              + " the same%n",
          clients.size(), scores);
      explained(site, clients, explained);
    }
  }

  private static String path(int client, String what) {
    return "/api/clients/" + client + "/" + what + "?purpose=audit";
  }

  /** Compared as numbers: float for float, double for double. */
  private static Score score(JsonNode told) {
    return new Score(
        Float.parseFloat(told.get("margin").asText()),
        told.get("probability").doubleValue(),
        told.get("points").intValue(),
        Level.valueOf(told.get("level").textValue()),
        Decision.valueOf(told.get("decision").textValue()),
        told.get("toReview").booleanValue());
  }

  private static Map<Integer, Score> population(Path file) throws SQLException {
    Map<Integer, Score> scores = new TreeMap<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select client, margin, probability, points, level::varchar as level,"
                    + " decision::varchar as decision, review from '"
                    + file
                    + "'")) {
      while (rows.next()) {
        scores.put(
            rows.getInt("client"),
            new Score(
                rows.getFloat("margin"),
                rows.getDouble("probability"),
                rows.getInt("points"),
                Level.valueOf(rows.getString("level")),
                Decision.valueOf(rows.getString("decision")),
                rows.getBoolean("review")));
      }
    }
    return scores;
  }

  /** Returns how many stored scores of the same model were compared. */
  private static long applicants(Site site, List<Integer> clients, Map<Integer, Score> batch) {
    long stored = 0;
    for (int from = 0; from < clients.size(); from += AT_A_TIME) {
      List<Integer> some = clients.subList(from, Math.min(from + AT_A_TIME, clients.size()));
      ObjectNode request = Json.MAPPER.createObjectNode();
      ArrayNode dossiers = request.putArray("dossiers");
      for (int client : some) {
        ClientRecord record = site.model().clients().find(client).orElseThrow();
        dossiers.add(DossierJson.writeTree(record.dossier()));
        stored +=
            record.scores().stream()
                .filter(score -> score.bundle().equals(site.model().run()))
                .peek(score -> assertThat(score.score()).isEqualTo(batch.get(client)))
                .count();
      }
      JsonNode told = good(site.post("/api/scores?purpose=audit", request.toString()));
      for (int i = 0; i < some.size(); i++) {
        assertThat(score(told.at("/results/" + i + "/assessed/decision/score")))
            .as("client %d", some.get(i))
            .isEqualTo(batch.get(some.get(i)));
      }
    }
    return stored;
  }

  private static void explained(Site site, List<Integer> clients, int wanted) {
    int step = Math.max(1, clients.size() / wanted);
    int told = 0;
    for (int i = 0; i < clients.size(); i += step) {
      ClientRecord record = site.model().clients().find(clients.get(i)).orElseThrow();
      for (Language language : Language.values()) {
        String path = path(record.client(), "explanation") + "&language=" + language.code();
        assertThat(good(site.get(path)).get("explanation").toString())
            .isEqualTo(
                site.model()
                    .advisor()
                    .explain(record.dossier())
                    .json(language, site.model().presentation())
                    .toString());
        told++;
      }
    }
    System.out.printf("%,d explanations: word for word those of the command explain%n", told);
  }
}
