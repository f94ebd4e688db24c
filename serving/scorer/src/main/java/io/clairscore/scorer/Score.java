package io.clairscore.scorer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What the model says about one client.
 *
 * @param margin log-odds of default before calibration; higher is riskier
 * @param probability calibrated probability of default, 0 to 1
 * @param points the score on the bundle's scale; higher is better
 * @param toReview whether the margin is so near the threshold that a person should look
 */
@JsonPropertyOrder({"points", "margin", "probability", "level", "decision", "toReview"})
public record Score(
    float margin,
    double probability,
    int points,
    Level level,
    Decision decision,
    boolean toReview) {}
