package io.clairscore.service.monitoring;

import io.clairscore.drift.meaning.OutcomeAccumulator;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.service.store.Database;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Sums up stored predictions, those that came since the last time. The sums and the number of the
 * last event they know are changed together, so that each event is summed up once, whenever the
 * service ends. It runs beside the requests, and as many events at a time as its settings allow: in
 * a rush it falls behind, and catches up.
 */
final class EventFold {
  /** Few enough that reading them holds up no checkpoint of the store. */
  private static final int BATCH = 2000;

  private static final String CURSOR = "predictions";

  private final Database database;
  private final Function<String, Optional<ModelReference>> references;
  private final PredictionCounts counts;

  /**
   * @param references of models, by run; a model that answers no more may have none
   * @param counts are told what was read
   */
  EventFold(
      Database database,
      Function<String, Optional<ModelReference>> references,
      PredictionCounts counts) {
    this.database = database;
    this.references = references;
    this.counts = counts;
  }

  /** One prediction, as far as it is summed up. */
  private record Row(
      long id,
      long moment,
      String run,
      double probability,
      int points,
      Decision decision,
      Level level,
      boolean toReview,
      byte[] features) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getLong(1),
          row.getLong(2) / 1000,
          row.getString(3),
          row.getDouble(4),
          row.getInt(5),
          Decision.valueOf(row.getString(6)),
          Level.valueOf(row.getString(7)),
          row.getInt(8) == 1,
          row.getBytes(9));
    }
  }

  /** An hour of one model. */
  private record Hour(long start, String run) {}

  /**
   * Sums up what came since the last time.
   *
   * @param most events to sum up at most
   * @return how many were
   */
  int fold(int most) {
    int all = 0;
    while (all < most) {
      int some = foldSome(Math.min(BATCH, most - all));
      all += some;
      if (some < BATCH) {
        break;
      }
    }
    return all;
  }

  private int foldSome(int most) {
    long cursor = database.read(handle -> Cursors.of(handle, CURSOR));
    List<Row> rows = database.read(handle -> rows(handle, cursor, most));
    if (rows.isEmpty()) {
      return 0;
    }
    Map<Hour, PredictionTally> sums = new HashMap<>();
    Map<Hour, Summing> byHour = new HashMap<>();
    for (Row row : rows) {
      Hour hour = new Hour(Grain.HOUR.begin(row.moment()), row.run());
      byHour.computeIfAbsent(hour, key -> new Summing(references.apply(key.run()))).add(row);
    }
    byHour.forEach((hour, summing) -> sums.put(hour, summing.tally()));
    long last = rows.get(rows.size() - 1).id();
    boolean moved =
        database.write(
            handle -> {
              if (!Cursors.move(handle, CURSOR, cursor, last)) {
                return false;
              }
              sums.forEach(
                  (hour, sum) -> {
                    Windows.PREDICTIONS.add(handle, Grain.HOUR, hour.start(), hour.run(), sum);
                    Windows.PREDICTIONS.add(handle, Grain.DAY, hour.start(), hour.run(), sum);
                  });
              return true;
            });
    if (moved) {
      rows.forEach(row -> counts.add(row.decision(), row.level()));
    }
    return rows.size();
  }

  private static List<Row> rows(Handle handle, long after, int most) {
    return handle
        .createQuery(
            "select event_id, occurred_at, model_run, probability, points, decision, level,"
                + " to_review, features from prediction_events where event_id > :after"
                + " order by event_id limit :most")
        .bind("after", after)
        .bind("most", most)
        .map((row, context) -> Row.of(row))
        .list();
  }

  /** How many predictions are stored that were not summed up. */
  long behind() {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from prediction_events where event_id > :after")
                .bind("after", Cursors.of(handle, CURSOR))
                .mapTo(Long.class)
                .one());
  }

  /** Sums up the predictions of one model in one window. */
  private static final class Summing {
    private final Map<String, Integer> chosen;
    private final OutcomeAccumulator outcomes = new OutcomeAccumulator();
    private final Map<Level, Long> levels = new EnumMap<>(Level.class);
    private final Map<String, FeatureSum> features = new TreeMap<>();
    private long toReview;

    Summing(Optional<ModelReference> reference) {
      chosen = reference.map(ModelReference::chosen).orElse(Map.of());
      chosen.keySet().forEach(name -> features.put(name, new FeatureSum()));
    }

    void add(Row row) {
      outcomes.add(row.points(), row.probability(), row.decision() == Decision.REFUSED);
      levels.merge(row.level(), 1L, Long::sum);
      toReview += row.toReview() ? 1 : 0;
      ByteBuffer vector = ByteBuffer.wrap(row.features()).order(ByteOrder.LITTLE_ENDIAN);
      chosen.forEach(
          (name, place) -> {
            if ((place + 1) * Float.BYTES <= vector.limit()) {
              features.get(name).add(vector.getFloat(place * Float.BYTES));
            }
          });
    }

    PredictionTally tally() {
      Map<String, FeatureTally> tallies = new TreeMap<>();
      features.forEach((name, sum) -> tallies.put(name, sum.tally()));
      return new PredictionTally(toReview, outcomes.tally(), levels, tallies);
    }
  }

  /** Values of one feature, added one by one (Welford, 1962). */
  private static final class FeatureSum {
    private long count;
    private long missing;
    private double mean;
    private double squares;

    void add(float value) {
      if (!Float.isFinite(value)) {
        missing++;
        return;
      }
      count++;
      double apart = value - mean;
      mean += apart / count;
      squares += apart * (value - mean);
    }

    FeatureTally tally() {
      return new FeatureTally(count, missing, mean, squares);
    }
  }
}
