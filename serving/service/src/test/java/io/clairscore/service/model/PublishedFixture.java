package io.clairscore.service.model;

import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.SmallPublication;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Published versions of invented clients, complete to their Parquet file, for tests. */
public final class PublishedFixture {
  private PublishedFixture() {}

  /**
   * A folder of published versions, of which {@code v1} is live, its model of run {@code run-1}.
   */
  public static Published live(Path folder) throws IOException {
    Published published = new Published(folder);
    publish(published, "v1", SmallPublication.of(1, "run-1"));
    published.use("v1");
    return published;
  }

  /** Adds a version, which is not live yet. */
  public static void publish(Published published, String version, SmallPublication publication)
      throws IOException {
    publication.publish(published.folder(), version, PublishedFixture::execute);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute(sql);
    }
  }
}
