package io.clairscore.scorer.counterfactual;

import io.clairscore.features.schema.NumberColumn;
import java.util.List;

/**
 * Something that is absent from the application and can be handed in: its flag turns from 0 to 1.
 *
 * @param leading the flag
 * @param cost what handing it in counts as, on the scale of relative changes
 */
public record SupplyLever(
    String name, String topic, NumberColumn leading, double cost, List<Prerequisite> conditions)
    implements Lever {

  /**
   * @throws IllegalArgumentException if the cost is not positive
   */
  public SupplyLever {
    conditions = List.copyOf(conditions);
    if (!(cost > 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException("Handing in " + name + " costs something: " + cost);
    }
  }

  @Override
  public List<NumberColumn> columns() {
    return List.of(leading);
  }
}
