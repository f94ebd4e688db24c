package io.clairscore.scorer.event;

import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A prediction that was served. Its arrays are its own: nobody changes them.
 *
 * @param inquiry who asked, what for, in which request
 * @param place of a prediction within a request for many, from 0
 * @param client SK_ID_CURR, none for a new applicant
 * @param model what answered
 * @param application a flat JSON object of columns of the application, absent if missing, {@link
 *     PackedJson packed}
 * @param features the vector the model saw, in the order of its features, {@link PackedVector
 *     packed}
 * @param score what it said
 * @param threshold margin from which on it refuses
 * @param reasons what weighed most, as JSON
 */
public record PredictionEvent(
    Inquiry inquiry,
    OptionalInt place,
    OptionalLong client,
    ModelStamp model,
    byte[] application,
    byte[] features,
    Score score,
    double threshold,
    String reasons) {

  /**
   * @throws IllegalArgumentException if a number is not finite
   */
  public PredictionEvent {
    Objects.requireNonNull(inquiry, "inquiry");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(features, "features");
    reasons = EventText.clean(reasons, "reasons");
    if (!Double.isFinite(score.margin() + score.probability() + threshold)) {
      throw new IllegalArgumentException("A score that is no number was not served");
    }
  }

  /** The cells of its row, in the order of {@link PredictionEvents#TABLE}. */
  public Object[] cells() {
    return new Object[] {
      inquiry.by().id(),
      inquiry.by().kind(),
      inquiry.purpose(),
      inquiry.route(),
      inquiry.requestId(),
      place.isPresent() ? (Long) (long) place.getAsInt() : null,
      client.isPresent() ? (Long) client.getAsLong() : null,
      model.run(),
      model.bundleChecksum(),
      model.publishedVersion(),
      model.catalogueHash(),
      application,
      features,
      real(score.margin()),
      real(score.probability()),
      (long) score.points(),
      score.decision().name(),
      score.level().name(),
      score.toReview() ? 1L : 0L,
      real(threshold),
      reasons
    };
  }

  /**
   * The prediction of a row's cells.
   *
   * @throws IllegalArgumentException if they are of no prediction
   */
  public static PredictionEvent of(Object[] cells) {
    List<EventColumn> columns = PredictionEvents.TABLE.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).takes(cells[i])) {
        throw new IllegalArgumentException("no " + columns.get(i).name() + " of a prediction");
      }
    }
    return new PredictionEvent(
        new Inquiry(
            new Actor((String) cells[0], (String) cells[1]),
            (String) cells[2],
            (String) cells[3],
            (String) cells[4]),
        cells[5] == null ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact((Long) cells[5])),
        cells[6] == null ? OptionalLong.empty() : OptionalLong.of((Long) cells[6]),
        new ModelStamp((String) cells[7], (String) cells[8], (String) cells[9], (String) cells[10]),
        (byte[]) cells[11],
        (byte[]) cells[12],
        new Score(
            (float) (double) (Double) cells[13],
            (Double) cells[14],
            Math.toIntExact((Long) cells[15]),
            Level.valueOf((String) cells[17]),
            Decision.valueOf((String) cells[16]),
            (Long) cells[18] == 1),
        (Double) cells[19],
        (String) cells[20]);
  }

  /** One zero: not every store keeps the sign of the other. */
  private static Double real(double value) {
    return value + 0.0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PredictionEvent event && Arrays.deepEquals(cells(), event.cells());
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(cells());
  }

  /** Without what a client told. */
  @Override
  public String toString() {
    return "prediction of request " + inquiry.requestId();
  }
}
