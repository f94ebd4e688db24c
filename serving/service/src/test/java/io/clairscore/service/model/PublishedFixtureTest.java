package io.clairscore.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.published.ClientStore;
import io.clairscore.scorer.published.PopulationTable;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.PublishedVersion;
import io.clairscore.scorer.published.ScoringRecord;
import io.clairscore.scorer.published.SmallPublication;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFixtureTest {
  @TempDir Path folder;

  @Test
  void populationAndScoringRecordsOfTheLiveVersionTellTheSameScores()
      throws IOException, SQLException {
    Published published = PublishedFixture.live(folder.resolve("published"));
    PublishedVersion version = published.live();
    version.verify();
    ServedModel model = ServedModel.open(version);
    Map<Integer, Score> expected = new HashMap<>();
    Map<Integer, Score> told = new HashMap<>();
    try (ClientStore clients = version.clients()) {
      clients
          .clients()
          .mapToObj(client -> clients.scoring(client).orElseThrow())
          .forEach(record -> expected.put(record.client(), score(model, record)));
    }
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select *, row_number() over () as place from '" + version.population() + "'")) {
      assertThat(rows.getMetaData().getColumnCount() - 1)
          .isEqualTo(PopulationTable.columns(Catalogue.core()).size());
      while (rows.next()) {
        told.put(rows.getInt("client"), score(rows));
        assertThat(rows.getInt("place")).isEqualTo(told.size());
      }
    }
    assertThat(told).hasSize(SmallPublication.CLIENTS).isEqualTo(expected);
  }

  private static Score score(ServedModel model, ScoringRecord record) {
    return model.scorer().score(record.features());
  }

  private static Score score(ResultSet row) throws SQLException {
    return new Score(
        row.getFloat("margin"),
        row.getDouble("probability"),
        row.getInt("points"),
        Level.valueOf(row.getString("level")),
        Decision.valueOf(row.getString("decision")),
        row.getBoolean("review"));
  }
}
