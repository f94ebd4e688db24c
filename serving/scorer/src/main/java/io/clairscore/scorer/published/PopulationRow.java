package io.clairscore.scorer.published;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Score;
import java.nio.ByteBuffer;

/**
 * What the population's table knows of one client.
 *
 * @param score of the version's model
 * @param application the application, a table of one row
 * @param features one value per feature of the catalogue, NaN for missing
 */
public record PopulationRow(Score score, Rows application, float[] features) {
  private static final int SCORE = 4 + 8 + 4 + 3;

  /** SK_ID_CURR. */
  int client() {
    return (int) application.number(Application.SK_ID_CURR, 0);
  }

  /** The row as bytes; {@link #of} reads them. */
  byte[] bytes() {
    int width = application.schema().width();
    ByteBuffer bytes =
        ByteBuffer.allocate(SCORE + width * Double.BYTES + features.length * Float.BYTES);
    bytes.putFloat(score.margin()).putDouble(score.probability()).putInt(score.points());
    bytes.put((byte) score.level().ordinal()).put((byte) score.decision().ordinal());
    bytes.put((byte) (score.toReview() ? 1 : 0));
    for (Column column : application.schema().columns()) {
      bytes.putDouble(
          column instanceof NumberColumn number
              ? application.number(number, 0)
              : application.code((CategoryColumn) column, 0));
    }
    for (float feature : features) {
      bytes.putFloat(feature);
    }
    return bytes.array();
  }

  /** The row in these bytes. */
  public static PopulationRow of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    float margin = in.getFloat();
    Score score =
        new Score(
            margin,
            in.getDouble(),
            in.getInt(),
            Level.values()[in.get()],
            Decision.values()[in.get()],
            in.get() == 1);
    Rows application = new Rows(Application.SCHEMA, 1);
    for (Column column : Application.SCHEMA.columns()) {
      if (column instanceof NumberColumn number) {
        application.set(number, 0, in.getDouble());
      } else {
        application.set((CategoryColumn) column, 0, (int) in.getDouble());
      }
    }
    float[] features = new float[in.remaining() / Float.BYTES];
    in.asFloatBuffer().get(features);
    return new PopulationRow(score, application, features);
  }
}
