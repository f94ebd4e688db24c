package io.clairscore.scorer.counterfactual;

import io.clairscore.features.schema.NumberColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount that can be lowered or raised, and others that follow it in proportion.
 *
 * @param leading the amount in question
 * @param followers amounts that keep their ratio to it; missing ones stay missing
 * @param least smallest multiple of the client's own amount that is still the same wish, at most 1
 * @param most largest such multiple, at least 1
 */
public record AmountLever(
    String name,
    String topic,
    NumberColumn leading,
    List<NumberColumn> followers,
    double least,
    double most,
    List<Prerequisite> conditions)
    implements Lever {

  /**
   * @throws IllegalArgumentException if the range does not hold the client's own amount
   */
  public AmountLever {
    followers = List.copyOf(followers);
    conditions = List.copyOf(conditions);
    if (!(least > 0 && least <= 1 && most >= 1 && Double.isFinite(most))) {
      throw new IllegalArgumentException(
          "The range of " + name + " must hold the client's own amount: " + least + ", " + most);
    }
  }

  @Override
  public List<NumberColumn> columns() {
    List<NumberColumn> columns = new ArrayList<>(List.of(leading));
    columns.addAll(followers);
    return columns;
  }
}
