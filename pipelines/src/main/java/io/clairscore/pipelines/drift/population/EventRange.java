package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Which events a comparison is about. Events are only added, so that those up to the last one found
 * stay the same while they are read several times.
 *
 * @param count how many
 * @param first least identifier
 * @param last greatest identifier
 * @param others events among them with other features
 */
record EventRange(long count, long first, long last, long others) {

  /**
   * Asks the database.
   *
   * @param hash catalogue of the features there should be
   * @param features number of them
   * @throws Refusal if it does not answer, has no events, or some of another catalogue
   */
  static EventRange of(EventSource source, String hash, int features) {
    String query =
        String.format(
            Locale.ROOT,
            "SELECT count(*), min(event_id), max(event_id), count(*) FILTER (WHERE catalogue_hash"
                + " <> '%s' OR cardinality(features) <> %d) FROM %s WHERE %s",
            hash.replace("'", "''"),
            features,
            EventSource.TABLE,
            source.days());
    EventSource.loadDriver();
    try (Connection connection = DriverManager.getConnection(source.url(), source.properties());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      EventRange range =
          new EventRange(found.getLong(1), found.getLong(2), found.getLong(3), found.getLong(4));
      if (range.count == 0) {
        throw EventErrors.none(source);
      }
      if (range.others > 0) {
        throw EventErrors.otherFeatures(source, range.others, hash);
      }
      return range;
    } catch (SQLException e) {
      throw EventErrors.unreadable(source, e);
    }
  }
}
