package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.PredictionEvents;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

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
    EventSource.loadDriver();
    try (Connection connection = DriverManager.getConnection(source.url(), source.properties());
        PreparedStatement query =
            connection.prepareStatement(PredictionEvents.range(source.days()))) {
      query.setString(1, hash);
      query.setInt(2, features);
      ResultSet found = query.executeQuery();
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
