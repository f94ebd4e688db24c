package io.clairscore.service.monitoring;

import io.clairscore.drift.meaning.Interval;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Threshold;
import io.clairscore.scorer.event.ModelStamp;
import io.clairscore.scorer.event.PackedVector;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.scorer.event.PredictionEvents;
import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.scorer.published.FeatureProfile;
import io.clairscore.service.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/**
 * Predictions of several days in the rows of a store, whose numbers have gaps as those of audit
 * events leave, and a reference to compare them with.
 */
final class StoredPredictions {
  static final String RUN = "run-1";
  static final Instant BEGIN = Instant.parse("2026-11-20T22:15:00Z");
  static final ModelReference REFERENCE =
      new ModelReference(
          RUN,
          new Threshold(0, 0.5, 10, 1, 0.1),
          levels(),
          Map.of("FIRST", 0, "LAST", 29),
          Map.of(
              "FIRST", new FeatureProfile("FIRST", 900, 100, 0.5, 2.0, -9.0, 9.0, Map.of()),
              "LAST", new FeatureProfile("LAST", 1000, 0, 0.0, 1.0, -9.0, 9.0, Map.of())),
          Map.of(OutcomeFigure.COST_PER_CLIENT, new Interval(0.5, 0.4, 0.6)),
          1000);

  private final List<Stored> all = new ArrayList<>();

  /** A prediction, its number and its moment. */
  record Stored(long id, long moment, PredictionEvent event) {
    float value(int place) {
      return PackedVector.unpack(event.features())[place];
    }
  }

  private static Map<Level, Long> levels() {
    Map<Level, Long> levels = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      levels.put(level, 100L * (level.ordinal() + 1));
    }
    return levels;
  }

  /** Predictions of about four days, those of a second model among them. */
  static StoredPredictions of(int count, long seed) {
    StoredPredictions predictions = new StoredPredictions();
    SampleEvents samples = new SampleEvents(seed);
    Random random = new Random(seed);
    long moment = BEGIN.toEpochMilli();
    long id = 0;
    for (int i = 0; i < count; i++) {
      id += 1 + random.nextInt(3);
      moment += random.nextInt((int) (2 * 4 * Grain.DAY.millis() / count));
      PredictionEvent event =
          samples.of(OptionalLong.of(100_001 + random.nextInt(count / 2)), OptionalInt.empty());
      predictions.all.add(
          new Stored(id, moment, random.nextInt(5) == 0 ? ofAnother(event) : event));
    }
    return predictions;
  }

  private static PredictionEvent ofAnother(PredictionEvent event) {
    return new PredictionEvent(
        event.inquiry(),
        event.place(),
        event.client(),
        new ModelStamp("run-2", "checksum", "version-2", "catalogue"),
        event.application(),
        event.features(),
        event.score(),
        event.threshold(),
        event.reasons());
  }

  List<Stored> all() {
    return all;
  }

  /** Those of a model from a moment on and before another. */
  List<Stored> between(String run, long from, long until) {
    return all.stream()
        .filter(stored -> stored.event().model().run().equals(run))
        .filter(stored -> stored.moment() >= from && stored.moment() < until)
        .toList();
  }

  /** Stores those from an index on and before another. */
  void store(Database database, int from, int until) {
    database.change(handle -> all.subList(from, until).forEach(stored -> insert(handle, stored)));
  }

  void store(Database database) {
    store(database, 0, all.size());
  }

  private static void insert(Handle handle, Stored stored) {
    var insert = handle.createUpdate(PredictionEvents.TABLE.insert());
    insert.bind(0, stored.id()).bind(1, stored.moment() * 1000);
    Object[] cells = stored.event().cells();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == null) {
        insert.bind(i + 2, (Long) null);
      } else if (cells[i] instanceof byte[] bytes) {
        insert.bind(i + 2, bytes);
      } else {
        insert.bind(i + 2, cells[i]);
      }
    }
    insert.bind(cells.length + 2, new byte[32]).execute();
  }
}
