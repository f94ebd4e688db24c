package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.PredictionEvents;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which events a comparison is about. Events are only added, so that those up to the last one found
 * stay the same while they are read several times.
 *
 * @param run run that trained the model of them all
 * @param catalogueHash its catalogue
 * @param count how many
 * @param first least number
 * @param last greatest number
 * @param bytes of each vector
 */
record EventRange(String run, String catalogueHash, long count, long first, long last, int bytes) {

  /**
   * Asks the database.
   *
   * @throws Refusal if it does not answer, has no events, or events of several models
   */
  static EventRange of(EventSource source) {
    List<EventRange> models = models(source);
    if (models.isEmpty()) {
      throw EventErrors.none(source);
    }
    if (models.size() > 1) {
      throw EventErrors.severalModels(source, models);
    }
    return models.get(0);
  }

  private static List<EventRange> models(EventSource source) {
    source.loadDriver();
    List<EventRange> models = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(source.url(), source.properties());
        PreparedStatement query =
            connection.prepareStatement(PredictionEvents.models(source.events()));
        ResultSet found = query.executeQuery()) {
      while (found.next()) {
        models.add(
            new EventRange(
                found.getString(1),
                found.getString(2),
                found.getLong(4),
                found.getLong(5),
                found.getLong(6),
                found.getInt(3)));
      }
      return models;
    } catch (SQLException e) {
      throw EventErrors.unreadable(source, e);
    }
  }

  /** The model and its events, in words. */
  @Override
  public String toString() {
    return "%d of model %s (events %d to %d)".formatted(count, run, first, last);
  }
}
