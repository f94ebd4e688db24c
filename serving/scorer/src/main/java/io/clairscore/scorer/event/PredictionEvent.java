package io.clairscore.scorer.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.scorer.Decision;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A prediction that was served.
 *
 * @param occurredAt when
 * @param client SK_ID_CURR
 * @param modelRun run that trained the model, as in its bundle
 * @param catalogueHash hash of the feature catalogue, as in the bundle
 * @param application as it was sent: columns of the application table; absent is missing
 * @param features the vector the model saw, in the order of the catalogue; NaN is missing
 * @param margin log-odds of default before calibration
 * @param probability calibrated probability of default
 */
public record PredictionEvent(
    Instant occurredAt,
    long client,
    String modelRun,
    String catalogueHash,
    ObjectNode application,
    float[] features,
    float margin,
    double probability,
    int points,
    Decision decision) {

  /** Sets the parameters of {@link PredictionEvents#INSERT}. */
  public void bind(PreparedStatement insert) throws SQLException {
    Float[] vector = new Float[features.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = features[i];
    }
    insert.setObject(1, occurredAt.atOffset(ZoneOffset.UTC));
    insert.setLong(2, client);
    insert.setString(3, modelRun);
    insert.setString(4, catalogueHash);
    insert.setString(5, application.toString());
    insert.setArray(6, insert.getConnection().createArrayOf("float4", vector));
    insert.setFloat(7, margin);
    insert.setDouble(8, probability);
    insert.setInt(9, points);
    insert.setString(10, decision.name());
  }
}
