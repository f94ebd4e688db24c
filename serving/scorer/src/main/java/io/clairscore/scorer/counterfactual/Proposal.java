package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.scorer.Score;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change in round numbers, and what the model answers to it.
 *
 * @param changes one or two, in the order of the specification
 * @param cells every cell of the application that changes, with its new value
 * @param distance sum of the relative changes of the inputs
 * @param leastDistance the same of the nearest change that reaches as much, to the cent; rounding
 *     it made the proposal
 * @param score of the changed dossier
 */
public record Proposal(
    List<InputChange> changes,
    Map<NumberColumn, Double> cells,
    double distance,
    double leastDistance,
    Score score) {

  public Proposal {
    changes = List.copyOf(changes);
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The dossier with the change made. */
  public Dossier applyTo(Dossier dossier) {
    return dossier.withApplication(cells);
  }
}
