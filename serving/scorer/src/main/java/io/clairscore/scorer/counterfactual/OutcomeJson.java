package io.clairscore.scorer.counterfactual;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.text.Language;
import java.util.List;

/**
 * What would have to change, as a JSON document: {@code answer} (ACCEPTED, FOUND or NONE), its
 * {@code sentence}, and {@code proposals}, the smallest first, each with its {@code changes}
 * (input, from, to), the {@code cells} of the application that change, {@code distance}, the {@code
 * points} it would have and its {@code sentence}.
 */
public final class OutcomeJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Sentences sentences;
  private final Rows application;
  private final Language language;

  private OutcomeJson(Sentences sentences, Rows application, Language language) {
    this.sentences = sentences;
    this.application = application;
    this.language = language;
  }

  /**
   * The document.
   *
   * @param application the client's own, as a table of one row
   */
  public static ObjectNode write(
      Outcome outcome, Sentences sentences, Rows application, Language language) {
    return new OutcomeJson(sentences, application, language).document(outcome);
  }

  private ObjectNode document(Outcome outcome) {
    ObjectNode document = NODES.objectNode().put("answer", answer(outcome));
    document.put("sentence", sentences.answer(outcome, application, language));
    ArrayNode proposals = document.putArray("proposals");
    outcome.proposals().forEach(proposal -> proposals.add(proposal(proposal)));
    return document;
  }

  private static String answer(Outcome outcome) {
    if (outcome instanceof Outcome.Found) {
      return "FOUND";
    }
    return outcome instanceof Outcome.AlreadyAccepted ? "ACCEPTED" : "NONE";
  }

  private ObjectNode proposal(Proposal proposal) {
    ObjectNode node = NODES.objectNode();
    node.set("changes", changes(proposal.changes()));
    ObjectNode cells = node.putObject("cells");
    proposal.cells().forEach((column, cell) -> cells.put(column.name(), cell));
    return node.put("distance", proposal.distance())
        .put("points", proposal.score().points())
        .put("sentence", sentences.proposal(proposal, application, language));
  }

  private static ArrayNode changes(List<Change> changes) {
    ArrayNode list = NODES.arrayNode();
    for (Change change : changes) {
      list.addObject()
          .put("input", change.lever().name())
          .put("from", change.from())
          .put("to", change.to());
    }
    return list;
  }
}
