package io.clairscore.scorer.recourse;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.scorer.counterfactual.Outcome;
import io.clairscore.scorer.explanation.Explanation;
import java.util.List;

/**
 * What one client can do about a decision.
 *
 * @param outcome what a change of the application does
 * @param neededPoints points of the threshold
 * @param against what the reasons tell against the client, the heaviest first, without what is
 *     asked for; empty if the client is accepted
 */
public record Recourse(Dossier dossier, Outcome outcome, int neededPoints, List<Weight> against) {
  private static final Aspects ASPECTS = new Aspects();

  public Recourse {
    against = List.copyOf(against);
  }

  /** The recourse of a client whose decision was explained. */
  public static Recourse of(Dossier dossier, Explanation explanation, Outcome outcome) {
    boolean accepted = outcome instanceof Outcome.AlreadyAccepted;
    return new Recourse(
        dossier,
        outcome,
        explanation.thresholdPoints(),
        accepted ? List.of() : ASPECTS.against(explanation.reasons()));
  }

  /** Whether there is anything to tell: an accepted client is told nothing of recourse. */
  public boolean isNeeded() {
    return !(outcome instanceof Outcome.AlreadyAccepted);
  }

  /** Points that are missing to the threshold; 0 if it is less than one. */
  public int missingPoints() {
    return Math.max(0, neededPoints - outcome.score().points());
  }
}
