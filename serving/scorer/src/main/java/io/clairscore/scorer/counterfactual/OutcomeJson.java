package io.clairscore.scorer.counterfactual;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.text.Language;

/**
 * What would have to change, as a JSON document: {@code answer} (ACCEPTED, FOUND or NONE), its
 * {@code sentence}, and {@code proposals}, the smallest first, each with its {@code changes}
 * (input, from, to), the {@code cells} of the application that change, {@code distance}, the {@code
 * points} it would have and its {@code sentence}.
 */
public final class OutcomeJson {
  private OutcomeJson() {}

  /**
   * The document.
   *
   * @param application the client's own, as a table of one row
   */
  public static ObjectNode write(
      Outcome outcome, Sentences sentences, Rows application, Language language) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("answer", answer(outcome));
    document.put("sentence", sentences.answer(outcome, application, language));
    ArrayNode proposals = document.putArray("proposals");
    for (Proposal proposal : outcome.proposals()) {
      fill(proposals.addObject(), proposal)
          .put("sentence", sentences.proposal(proposal, application, language));
    }
    return document;
  }

  private static String answer(Outcome outcome) {
    if (outcome instanceof Outcome.Found) {
      return "FOUND";
    }
    return outcome instanceof Outcome.AlreadyAccepted ? "ACCEPTED" : "NONE";
  }

  private static ObjectNode fill(ObjectNode node, Proposal proposal) {
    ArrayNode changes = node.putArray("changes");
    for (InputChange change : proposal.changes()) {
      changes
          .addObject()
          .put("input", change.lever().name())
          .put("from", change.from())
          .put("to", change.to());
    }
    ObjectNode cells = node.putObject("cells");
    proposal.cells().forEach((column, cell) -> cells.put(column.name(), cell));
    return node.put("distance", proposal.distance()).put("points", proposal.score().points());
  }
}
