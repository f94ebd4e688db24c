package io.clairscore.scorer.explanation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An explanation as a JSON document: {@code score}, {@code basePoints}, {@code thresholdPoints},
 * {@code range} of the level, {@code features} (points by name), {@code themes} (the heaviest
 * first, each with {@code group}, {@code points}, {@code share}, its {@code sentence} if told, and
 * its {@code reasons}), {@code barredPoints}, {@code coverage}, {@code remarks}, and {@code
 * sections} of text. A reason has {@code factor}, {@code kind}, {@code group}, {@code feature},
 * {@code value} or {@code absence}, {@code points}, {@code contribution}, {@code share}, {@code
 * strength}, {@code merged}, {@code comparison} (kind, value) where there is one, and its {@code
 * sentence}.
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
    document.set("range", NODES.valueToTree(explanation.range()));
    ObjectNode features = document.putObject("features");
    explanation.features().forEach(part -> features.put(part.feature().name(), part.points()));
    ArrayNode themes = document.putArray("themes");
    explanation.themes().forEach(theme -> write(theme, themes.addObject()));
    document.put("barredPoints", explanation.barredPoints());
    document.put("coverage", explanation.coverage());
    document.set("remarks", NODES.valueToTree(explanation.remarks()));
    document.set("sections", NODES.valueToTree(narration.tell(explanation).sections()));
    return document;
  }

  private void write(Theme theme, ObjectNode node) {
    node.put("group", theme.group().name())
        .put("points", theme.points())
        .put("share", theme.share());
    if (theme.told()) {
      node.put("sentence", narration.tell(theme));
    }
    ArrayNode reasons = node.putArray("reasons");
    theme.reasons().forEach(reason -> write(reason, reasons.addObject()));
  }

  private void write(Reason reason, ObjectNode node) {
    node.put("factor", reason.factor().code())
        .put("kind", reason.factor().kind().name())
        .put("group", reason.factor().businessGroup().name())
        .put("feature", reason.feature().name());
    if (!Float.isNaN(reason.value())) {
      node.put("value", reason.value());
    }
    if (reason.absent()) {
      node.put("absence", reason.absence());
    }
    node.put("points", reason.points())
        .put("contribution", reason.contribution())
        .put("share", reason.share())
        .put("strength", reason.strength().name())
        .put("merged", reason.merged());
    reason
        .comparison()
        .ifPresent(
            comparison ->
                node.putObject("comparison")
                    .put("kind", comparison.kind().name())
                    .put("value", comparison.value()));
    node.put("sentence", narration.tell(reason));
  }
}
