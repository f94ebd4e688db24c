package io.clairscore.service.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.Column;
import io.clairscore.service.model.ServedModel;
import java.util.Map;
import java.util.Set;

/**
 * Tries what a model would say if some cells of an application were others: the engine computes
 * every feature anew. Immutable and thread-safe.
 */
public final class Simulations {
  private final ServedModel model;
  private final Set<Column> changeable;

  public Simulations(ServedModel model) {
    this.model = model;
    this.changeable = ChangeReader.changeable(model.engine().catalogue());
  }

  /** Whether a column can be tried otherwise. */
  public boolean isChangeable(Column column) {
    return changeable.contains(column);
  }

  /**
   * Tries other cells.
   *
   * @param values by name of the column; null for missing
   * @throws TrialRefused with everything that is wrong with them
   * @throws io.clairscore.features.refusal.Refusal with DATA if the dossier cannot be scored
   */
  public Trial attempt(Dossier own, Map<String, JsonNode> values) {
    Changes changes = ChangeReader.read(changeable, values);
    Dossier changed = changes.of(own);
    TrialRefused.unlessEmpty(
        Combination.objections(changed.application(), changes.cells().keySet(), changeable));
    return new Trial(
        changed, model.advisor().account(own), model.advisor().account(changed), changes.unknown());
  }
}
