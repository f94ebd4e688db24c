package io.clairscore.scorer.recourse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.scorer.counterfactual.InputChange;
import io.clairscore.scorer.counterfactual.Outcome;
import io.clairscore.scorer.counterfactual.Proposal;
import java.util.List;

/**
 * The recourse of a client as a JSON document.
 *
 * <pre>
 * answer         ACCEPTED, FOUND (a change suffices) or NONE; with ACCEPTED nothing else is there
 * neededPoints   points of the threshold
 * missingPoints  points that are missing to it, 0 if less than one; with their sentence, gap
 * proposals      changes that suffice, the smallest first
 * highest        the change with the most points where none suffices; null if none brings a point
 * caution        what a proposal is not (FOUND), or that no change suffices (NONE)
 * time           what counts against the client and changes with time: aspect, points, sentence
 * noPromise      what time is not
 * checks         what to check for errors: aspect, points, sentence
 * rectification  what to do about an error
 * review         how to ask for a human review
 * </pre>
 *
 * A change has its {@code changes} (input, from, to), the {@code cells} of the application that
 * change, {@code distance}, the {@code points} it would have and its {@code sentence}.
 */
public final class RecourseJson {
  private final RecourseText text;

  private RecourseJson(RecourseText text) {
    this.text = text;
  }

  /** The document, in the words of a language. */
  public static ObjectNode write(Recourse recourse, RecourseText text) {
    return new RecourseJson(text).document(recourse);
  }

  private ObjectNode document(Recourse recourse) {
    ObjectNode document =
        JsonNodeFactory.instance.objectNode().put("answer", answer(recourse.outcome()));
    if (!recourse.isNeeded()) {
      return document;
    }
    document.put("neededPoints", recourse.neededPoints());
    document.put("missingPoints", recourse.missingPoints()).put("gap", text.gap(recourse));
    ArrayNode proposals = document.putArray("proposals");
    recourse
        .outcome()
        .proposals()
        .forEach(p -> fill(proposals.addObject(), p, text.proposal(recourse, p)));
    document.putNull("highest");
    if (recourse.outcome() instanceof Outcome.NoRealisticChange none) {
      none.highest()
          .ifPresent(
              p -> fill(document.putObject("highest"), p, text.highest(recourse, none.highest())));
    }
    document.put("caution", text.caution(recourse));
    lines(document.putArray("time"), text.time(recourse));
    document.put("noPromise", text.promise(recourse));
    lines(document.putArray("checks"), text.checks(recourse));
    return document.put("rectification", text.rectification()).put("review", text.review());
  }

  private static String answer(Outcome outcome) {
    if (outcome instanceof Outcome.Found) {
      return "FOUND";
    }
    return outcome instanceof Outcome.AlreadyAccepted ? "ACCEPTED" : "NONE";
  }

  private static void fill(ObjectNode node, Proposal proposal, String sentence) {
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
    node.put("distance", proposal.distance())
        .put("points", proposal.score().points())
        .put("sentence", sentence);
  }

  private static void lines(ArrayNode array, List<RecourseText.Line> lines) {
    for (RecourseText.Line line : lines) {
      array
          .addObject()
          .put("aspect", line.weight().aspect().name())
          .put("points", line.weight().points())
          .put("sentence", line.sentence());
    }
  }
}
