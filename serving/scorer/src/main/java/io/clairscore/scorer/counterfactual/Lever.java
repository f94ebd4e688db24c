package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount that applicants can lower or raise, and others that follow it in proportion. A value;
 * {@link Course} acts on it.
 *
 * @param name key of its words
 * @param topic what it is about; two levers of one topic are never pulled together
 * @param leading the amount in question, which a person would name
 * @param followers amounts that keep their ratio to it; missing ones stay missing
 * @param least smallest multiple of the client's own amount that is still the same wish, at most 1
 * @param most largest such multiple, at least 1
 * @param contracts the kinds of contract of which it can be asked for; none named: any
 */
public record Lever(
    String name,
    String topic,
    NumberColumn leading,
    List<NumberColumn> followers,
    double least,
    double most,
    List<String> contracts) {

  /**
   * @throws IllegalArgumentException if the range does not hold the client's own amount, or there
   *     is no such contract
   */
  public Lever {
    followers = List.copyOf(followers);
    contracts = List.copyOf(contracts);
    if (!(least > 0 && least <= 1 && most >= 1 && Double.isFinite(most))) {
      throw new IllegalArgumentException(
          "The range of " + name + " must hold the client's own amount: " + least + ", " + most);
    }
    contracts.forEach(Application.NAME_CONTRACT_TYPE::code);
  }

  /** Every column it changes, the leading one first. */
  public List<NumberColumn> columns() {
    List<NumberColumn> columns = new ArrayList<>(List.of(leading));
    columns.addAll(followers);
    return columns;
  }

  /** Whether the lever makes sense for an application. */
  boolean concerns(Rows application) {
    int contract = application.code(Application.NAME_CONTRACT_TYPE, 0);
    return contracts.isEmpty()
        || contracts.stream()
            .anyMatch(kind -> Application.NAME_CONTRACT_TYPE.code(kind) == contract);
  }
}
