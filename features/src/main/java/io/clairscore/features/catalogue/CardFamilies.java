package io.clairscore.features.catalogue;

import static io.clairscore.features.catalogue.Aggregate.MAX;
import static io.clairscore.features.catalogue.Aggregate.MEAN;
import static io.clairscore.features.catalogue.Aggregate.MIN;
import static io.clairscore.features.catalogue.Aggregate.SUM;
import static io.clairscore.features.catalogue.Aggregate.VAR;
import static io.clairscore.features.catalogue.Family.aggregates;
import static io.clairscore.features.catalogue.Family.shares;

import io.clairscore.features.catalogue.Expression.Cell;
import io.clairscore.features.catalogue.Expression.MissingBelow;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.CreditCardBalance;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.List;
import java.util.Set;

/** Features of the monthly balances of earlier credit cards. */
final class CardFamilies {
  /** Drawings cannot be negative; where they are, the amount is unknown. */
  private static final Set<NumberColumn> NOT_NEGATIVE =
      Set.of(CreditCardBalance.AMT_DRAWINGS_ATM_CURRENT, CreditCardBalance.AMT_DRAWINGS_CURRENT);

  private CardFamilies() {}

  static List<Family> all() {
    return List.of(
        family("CC-NUM", numbers()),
        family("CC-OHE", shares(List.of(CreditCardBalance.NAME_CONTRACT_STATUS))),
        family("CC-COUNT", List.of(new Measure.RowCount())));
  }

  private static Family family(String id, List<Measure> measures) {
    return Family.of(id, "CC_", Table.CREDIT_CARD_BALANCE, BusinessGroup.CARD_USE, measures);
  }

  /** Every aggregate of every number of the table, in its order. */
  private static List<Measure> numbers() {
    return CreditCardBalance.SCHEMA.numbers().stream()
        .filter(column -> column.role() == Role.ATTRIBUTE)
        .flatMap(column -> aggregates(quantity(column), MIN, MAX, MEAN, SUM, VAR).stream())
        .toList();
  }

  private static RowQuantity quantity(NumberColumn column) {
    return NOT_NEGATIVE.contains(column)
        ? RowQuantity.cleaned(column, new MissingBelow(new Cell(column), 0))
        : RowQuantity.of(column);
  }
}
