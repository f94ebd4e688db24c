package io.clairscore.scorer.published;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Score;
import java.util.List;
import java.util.Objects;

/**
 * A score that the batch gave a client: a row of the table {@code scores}. Columns that came later
 * are not refused.
 *
 * @param date scoring date, ISO-8601
 * @param reasons what weighed most, for and against; none if the batch did not explain
 * @param bundle run that trained the model
 * @param featuresVersion version of the table of features
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClientScore(
    @JsonProperty("scoring_date") String date,
    double probability,
    float margin,
    int points,
    Level level,
    Decision decision,
    @JsonProperty("to_review") boolean toReview,
    List<Reason> reasons,
    String bundle,
    @JsonProperty("features_version") long featuresVersion) {

  /**
   * A reason.
   *
   * @param feature name
   * @param contribution to the margin
   * @param points to the score
   * @param group business group of the feature
   * @param absent whether it is the missing value that weighs
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Reason(
      String feature, double contribution, int points, String group, boolean absent) {}

  public ClientScore {
    Objects.requireNonNull(date, "scoring_date");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(decision, "decision");
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  /** The score as a scorer gives it. */
  public Score score() {
    return new Score(margin, probability, points, level, decision, toReview);
  }
}
