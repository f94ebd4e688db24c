package io.clairscore.scorer.explanation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An explanation as a JSON document: {@code score}, {@code basePoints}, {@code thresholdPoints},
 * {@code features} and {@code groups} (points by name), {@code adverse}, {@code favourable} and
 * {@code absences} (reasons, each with its {@code sentence}), {@code barredPoints}, {@code
 * otherPoints}, {@code coverage}, {@code remarks}, and {@code sections} of text.
 */
public final class ExplanationJson {
  private static final ObjectMapper NODES = new ObjectMapper();

  private final Narration narration;

  private ExplanationJson(Narration narration) {
    this.narration = narration;
  }

  /** The document, with the texts of a narration. */
  public static ObjectNode write(Explanation explanation, Narration narration) {
    return new ExplanationJson(narration).document(explanation);
  }

  private ObjectNode document(Explanation explanation) {
    ObjectNode document = NODES.createObjectNode();
    document.set("score", NODES.valueToTree(explanation.score()));
    document.put("basePoints", explanation.basePoints());
    document.put("thresholdPoints", explanation.thresholdPoints());
    ObjectNode features = document.putObject("features");
    explanation.features().forEach(part -> features.put(part.feature().name(), part.points()));
    document.set("groups", NODES.valueToTree(explanation.groups()));
    document.set("adverse", reasons(explanation.adverse()));
    document.set("favourable", reasons(explanation.favourable()));
    document.set("absences", reasons(explanation.absences()));
    document.put("barredPoints", explanation.barredPoints());
    document.put("otherPoints", explanation.otherPoints());
    document.put("coverage", explanation.coverage());
    document.set("remarks", NODES.valueToTree(explanation.remarks()));
    document.set("sections", NODES.valueToTree(narration.tell(explanation).sections()));
    return document;
  }

  private ArrayNode reasons(List<Reason> reasons) {
    ArrayNode list = NODES.createArrayNode();
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
}
