package io.clairscore.scorer.explanation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.scorer.Score;
import java.util.List;

/**
 * An explanation as a JSON document: {@code score}, {@code basePoints}, {@code thresholdPoints},
 * {@code features} and {@code groups} (points by name), {@code adverse}, {@code favourable} and
 * {@code absences} (reasons, each with its {@code sentence}), {@code barredPoints}, {@code
 * otherPoints}, {@code coverage}, {@code remarks}, and {@code sections} of text.
 */
public final class ExplanationJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Narration narration;

  private ExplanationJson(Narration narration) {
    this.narration = narration;
  }

  /** The document, with the texts of a narration. */
  public static ObjectNode write(Explanation explanation, Narration narration) {
    return new ExplanationJson(narration).document(explanation);
  }

  private ObjectNode document(Explanation explanation) {
    ObjectNode document = NODES.objectNode();
    document.set("score", score(explanation.score()));
    document.put("basePoints", explanation.basePoints());
    document.put("thresholdPoints", explanation.thresholdPoints());
    document.set("features", features(explanation.features()));
    ObjectNode groups = document.putObject("groups");
    explanation.groups().forEach((group, points) -> groups.put(group.name(), points));
    document.set("adverse", reasons(explanation.adverse()));
    document.set("favourable", reasons(explanation.favourable()));
    document.set("absences", reasons(explanation.absences()));
    document.put("barredPoints", explanation.barredPoints());
    document.put("otherPoints", explanation.otherPoints());
    document.put("coverage", explanation.coverage());
    document
        .putObject("remarks")
        .put("unknownValues", explanation.remarks().unknownValues())
        .put("orphanRows", explanation.remarks().orphanRows());
    document.set("sections", sections(narration.tell(explanation)));
    return document;
  }

  private static ObjectNode score(Score score) {
    return NODES
        .objectNode()
        .put("points", score.points())
        .put("margin", score.margin())
        .put("probability", score.probability())
        .put("level", score.level().name())
        .put("decision", score.decision().name())
        .put("toReview", score.toReview());
  }

  private static ObjectNode features(List<FeaturePoints> features) {
    ObjectNode points = NODES.objectNode();
    features.forEach(feature -> points.put(feature.feature().name(), feature.points()));
    return points;
  }

  private ArrayNode reasons(List<Reason> reasons) {
    ArrayNode list = NODES.arrayNode();
    for (Reason reason : reasons) {
      ObjectNode node =
          list.addObject()
              .put("factor", reason.factor().code())
              .put("kind", reason.factor().kind().name())
              .put("group", reason.factor().businessGroup().name())
              .put("feature", reason.feature().name());
      if (!Float.isNaN(reason.value())) {
        node.put("value", reason.value());
      }
      node.put("points", reason.points())
          .put("contribution", reason.contribution())
          .put("share", reason.share())
          .put("strength", reason.strength().name())
          .put("merged", reason.merged())
          .put("sentence", narration.tell(reason));
    }
    return list;
  }

  private static ArrayNode sections(Narrative narrative) {
    ArrayNode list = NODES.arrayNode();
    for (Narrative.Section section : narrative.sections()) {
      ObjectNode node =
          list.addObject().put("topic", section.topic().name()).put("heading", section.heading());
      section.lines().forEach(node.putArray("lines")::add);
    }
    return list;
  }
}
