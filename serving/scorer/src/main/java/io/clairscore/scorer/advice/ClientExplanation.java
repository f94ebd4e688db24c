package io.clairscore.scorer.advice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.ExplanationJson;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.explanation.Narrative;
import io.clairscore.scorer.explanation.Narrative.Section;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.recourse.Recourse;
import io.clairscore.scorer.recourse.RecourseJson;
import io.clairscore.scorer.recourse.RecourseText;

/**
 * All that an advisor may want to know about one client's decision.
 *
 * @param recourse what the client can do about it
 */
public record ClientExplanation(Explanation explanation, Recourse recourse) {

  /** In words. An accepted client is not told what would have to change. */
  public String text(Language language, Presentation presentation) {
    Narrative narrative = Narration.in(language, presentation).tell(explanation);
    for (Section section : RecourseText.in(language, presentation).sections(recourse)) {
      narrative = narrative.with(section);
    }
    return narrative.text();
  }

  /** The document of {@link ExplanationJson}, with {@code client} and {@code change} added. */
  public ObjectNode json(Language language, Presentation presentation) {
    return json(language, new Telling(presentation));
  }

  /** The same document, for who writes many. */
  public ObjectNode json(Language language, Telling telling) {
    ObjectNode document =
        JsonNodeFactory.instance.objectNode().put("client", recourse.dossier().clientId());
    document.setAll(ExplanationJson.write(explanation, telling.narration(language)));
    document.set("change", RecourseJson.write(recourse, telling.recourse(language)));
    return document;
  }
}
