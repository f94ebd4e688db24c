package io.clairscore.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.FeaturePoints;
import io.clairscore.service.file.Label;
import io.clairscore.service.http.MayBeNull;
import java.util.Comparator;
import java.util.List;

/**
 * A decision and why.
 *
 * @param decision the decision, on disk
 * @param explanation the document that {@code clairscore explain --json} writes
 * @param features each feature that moves the score, the heaviest first
 */
public record Explained(ScoreAnswer decision, JsonNode explanation, List<Part> features) {

  /**
   * What one feature adds to a score.
   *
   * @param value the client's value; absent if missing
   * @param points positive for less risk
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      String feature, Label label, BusinessGroup group, @MayBeNull Float value, int points) {

    static Part of(FeaturePoints part) {
      Feature feature = part.feature();
      return new Part(
          feature.name(),
          Label.of(FeatureTexts.core().label(feature)),
          feature.group(),
          Float.isNaN(part.value()) ? null : part.value(),
          part.points());
    }
  }

  static List<Part> parts(Explanation explanation) {
    return explanation.features().stream()
        .sorted(Comparator.comparingInt(part -> -Math.abs(part.points())))
        .map(Part::of)
        .toList();
  }
}
