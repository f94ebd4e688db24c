package io.clairscore.features.catalogue;

import static io.clairscore.features.catalogue.Aggregate.MAX;
import static io.clairscore.features.catalogue.Aggregate.MEAN;
import static io.clairscore.features.catalogue.Aggregate.MIN;
import static io.clairscore.features.catalogue.Aggregate.SIZE;
import static io.clairscore.features.catalogue.Aggregate.SUM;
import static io.clairscore.features.catalogue.Aggregate.VAR;
import static io.clairscore.features.catalogue.Family.aggregates;
import static io.clairscore.features.catalogue.Family.join;
import static io.clairscore.features.catalogue.Family.shares;

import io.clairscore.features.catalogue.Expression.Cell;
import io.clairscore.features.catalogue.Expression.MissingBelow;
import io.clairscore.features.catalogue.Measure.Aggregated;
import io.clairscore.features.catalogue.Measure.Share;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.BureauBalance;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Table.ForeignKey;
import java.util.List;

/** Features of the credits at other lenders and of their monthly balances. */
final class BureauFamilies {
  /** Dates more than a century before the application are errors of the bureau. */
  private static final double EARLIEST_DAY = -40_000;

  private static final ForeignKey BALANCES =
      new ForeignKey(BureauBalance.SK_ID_BUREAU, Bureau.SK_ID_BUREAU);

  private BureauFamilies() {}

  static List<Family> all() {
    Family credits = family("BURO-NUM", numbers());
    return List.of(
        credits,
        family(
            "BURO-OHE",
            shares(List.of(Bureau.CREDIT_ACTIVE, Bureau.CREDIT_CURRENCY, Bureau.CREDIT_TYPE))),
        family("BURO-BBSTATUS", statuses()),
        credits.where("ACTIVE-NUM", "ACTIVE_", new Category(Bureau.CREDIT_ACTIVE, "Active")),
        credits.where("CLOSED-NUM", "CLOSED_", new Category(Bureau.CREDIT_ACTIVE, "Closed")));
  }

  private static Family family(String id, List<Measure> measures) {
    return Family.of(id, "BURO_", Table.BUREAU, BusinessGroup.CREDITS_ELSEWHERE, measures);
  }

  private static List<Measure> numbers() {
    return join(
        aggregates(RowQuantity.of(Bureau.DAYS_CREDIT), MIN, MAX, MEAN, VAR),
        aggregates(plausibleDay(Bureau.DAYS_CREDIT_ENDDATE), MIN, MAX, MEAN),
        aggregates(plausibleDay(Bureau.DAYS_CREDIT_UPDATE), MEAN),
        aggregates(RowQuantity.of(Bureau.CREDIT_DAY_OVERDUE), MAX, MEAN),
        aggregates(RowQuantity.of(Bureau.AMT_CREDIT_MAX_OVERDUE), MEAN),
        aggregates(RowQuantity.of(Bureau.AMT_CREDIT_SUM), MAX, MEAN, SUM),
        aggregates(RowQuantity.of(Bureau.AMT_CREDIT_SUM_DEBT), MAX, MEAN, SUM),
        aggregates(RowQuantity.of(Bureau.AMT_CREDIT_SUM_OVERDUE), MEAN),
        aggregates(RowQuantity.of(Bureau.AMT_CREDIT_SUM_LIMIT), MEAN, SUM),
        aggregates(RowQuantity.of(Bureau.AMT_ANNUITY), MAX, MEAN),
        aggregates(RowQuantity.of(Bureau.CNT_CREDIT_PROLONG), SUM),
        aggregates(months(MIN), MIN),
        aggregates(months(MAX), MAX),
        aggregates(months(SIZE), MEAN, SUM));
  }

  /** Mean over the credits of the share of a credit's months with each status. */
  private static List<Measure> statuses() {
    return BureauBalance.STATUS.values().stream()
        .map(status -> new Share(new Category(BureauBalance.STATUS, status)))
        .flatMap(share -> aggregates(new AttachedQuantity(BALANCES, share), MEAN).stream())
        .toList();
  }

  private static AttachedQuantity months(Aggregate aggregate) {
    RowQuantity month = RowQuantity.of(BureauBalance.MONTHS_BALANCE);
    return new AttachedQuantity(BALANCES, new Aggregated(month, aggregate));
  }

  private static RowQuantity plausibleDay(NumberColumn column) {
    return RowQuantity.cleaned(column, new MissingBelow(new Cell(column), EARLIEST_DAY));
  }
}
