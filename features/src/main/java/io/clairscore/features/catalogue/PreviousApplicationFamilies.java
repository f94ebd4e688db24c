package io.clairscore.features.catalogue;

import static io.clairscore.features.catalogue.Aggregate.MAX;
import static io.clairscore.features.catalogue.Aggregate.MEAN;
import static io.clairscore.features.catalogue.Aggregate.MIN;
import static io.clairscore.features.catalogue.Aggregate.SUM;
import static io.clairscore.features.catalogue.Aggregate.VAR;
import static io.clairscore.features.catalogue.Family.aggregates;
import static io.clairscore.features.catalogue.Family.join;
import static io.clairscore.features.catalogue.Family.shares;

import io.clairscore.features.catalogue.Expression.AtLeast;
import io.clairscore.features.catalogue.Expression.Cell;
import io.clairscore.features.catalogue.Expression.Ratio;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Unit;
import java.util.List;

/** Features of the client's earlier applications at this lender. */
final class PreviousApplicationFamilies {
  private static final RowQuantity APPLIED_TO_GRANTED =
      new RowQuantity(
          "APP_CREDIT_PERC",
          Unit.RATIO,
          new Ratio(
              new Cell(PreviousApplication.AMT_APPLICATION),
              new Cell(PreviousApplication.AMT_CREDIT)));

  private PreviousApplicationFamilies() {}

  static List<Family> all() {
    Family applications = family("PREV-NUM", numbers());
    return List.of(
        applications,
        family("PREV-OHE", shares(PreviousApplication.SCHEMA.categories())),
        applications.where("APPROVED-NUM", "APPROVED_", status("Approved")),
        applications.where("REFUSED-NUM", "REFUSED_", status("Refused")));
  }

  private static Family family(String id, List<Measure> measures) {
    return Family.of(
        id, "PREV_", Table.PREVIOUS_APPLICATION, BusinessGroup.PAST_APPLICATIONS, measures);
  }

  private static Category status(String status) {
    return new Category(PreviousApplication.NAME_CONTRACT_STATUS, status);
  }

  private static List<Measure> numbers() {
    return join(
        spread(RowQuantity.of(PreviousApplication.AMT_ANNUITY)),
        spread(RowQuantity.of(PreviousApplication.AMT_APPLICATION)),
        spread(RowQuantity.of(PreviousApplication.AMT_CREDIT)),
        aggregates(APPLIED_TO_GRANTED, MIN, MAX, MEAN, VAR),
        spread(notNegative(PreviousApplication.AMT_DOWN_PAYMENT)),
        spread(RowQuantity.of(PreviousApplication.AMT_GOODS_PRICE)),
        spread(RowQuantity.of(PreviousApplication.HOUR_APPR_PROCESS_START)),
        spread(notNegative(PreviousApplication.RATE_DOWN_PAYMENT)),
        spread(RowQuantity.of(PreviousApplication.DAYS_DECISION)),
        aggregates(RowQuantity.of(PreviousApplication.CNT_PAYMENT), MEAN, SUM));
  }

  private static List<Measure> spread(RowQuantity quantity) {
    return aggregates(quantity, MIN, MAX, MEAN);
  }

  /** Down payments go down to -0.9, which is rounding, not money paid out. */
  private static RowQuantity notNegative(NumberColumn column) {
    return RowQuantity.cleaned(column, new AtLeast(new Cell(column), 0));
  }
}
