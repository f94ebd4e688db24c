package io.clairscore.scorer.advice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.counterfactual.Levers;
import io.clairscore.scorer.counterfactual.Outcome;
import io.clairscore.scorer.counterfactual.OutcomeJson;
import io.clairscore.scorer.counterfactual.Sentences;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.ExplanationJson;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.explanation.Narrative;
import io.clairscore.scorer.explanation.Presentation;

/**
 * All that an advisor may want to know about one client's decision.
 *
 * @param outcome what would have to change
 */
public record ClientExplanation(Dossier dossier, Explanation explanation, Outcome outcome) {

  /** In words. An accepted client is not told what would have to change. */
  public String text(Language language, Presentation presentation) {
    Narrative narrative = Narration.in(language, presentation).tell(explanation);
    return outcome instanceof Outcome.AlreadyAccepted
        ? narrative.text()
        : narrative.with(sentences().section(outcome, dossier.application(), language)).text();
  }

  /** The document of {@link ExplanationJson}, with {@code client} and {@code change} added. */
  public ObjectNode json(Language language, Presentation presentation) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("client", dossier.clientId());
    document.setAll(ExplanationJson.write(explanation, Narration.in(language, presentation)));
    document.set(
        "change", OutcomeJson.write(outcome, sentences(), dossier.application(), language));
    return document;
  }

  private static Sentences sentences() {
    return new Sentences(Levers.standard());
  }
}
