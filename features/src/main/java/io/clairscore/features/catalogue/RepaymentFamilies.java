package io.clairscore.features.catalogue;

import static io.clairscore.features.catalogue.Aggregate.MAX;
import static io.clairscore.features.catalogue.Aggregate.MEAN;
import static io.clairscore.features.catalogue.Aggregate.MIN;
import static io.clairscore.features.catalogue.Aggregate.NUNIQUE;
import static io.clairscore.features.catalogue.Aggregate.SIZE;
import static io.clairscore.features.catalogue.Aggregate.SUM;
import static io.clairscore.features.catalogue.Aggregate.VAR;
import static io.clairscore.features.catalogue.Family.aggregates;
import static io.clairscore.features.catalogue.Family.join;
import static io.clairscore.features.catalogue.Family.shares;

import io.clairscore.features.catalogue.Expression.AtLeast;
import io.clairscore.features.catalogue.Expression.Cell;
import io.clairscore.features.catalogue.Expression.Difference;
import io.clairscore.features.catalogue.Expression.Ratio;
import io.clairscore.features.catalogue.Expression.ZeroIfMissing;
import io.clairscore.features.schema.InstallmentsPayments;
import io.clairscore.features.schema.PosCashBalance;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Unit;
import java.util.List;

/** Features of how earlier credits were paid back: monthly balances and single instalments. */
final class RepaymentFamilies {
  private static final Cell DUE_DAY = new Cell(InstallmentsPayments.DAYS_INSTALMENT);
  private static final Cell PAID_DAY = new Cell(InstallmentsPayments.DAYS_ENTRY_PAYMENT);
  private static final Cell DUE_AMOUNT = new Cell(InstallmentsPayments.AMT_INSTALMENT);
  private static final Cell PAID_AMOUNT = new Cell(InstallmentsPayments.AMT_PAYMENT);

  /** Days past due. */
  private static final RowQuantity DPD =
      new RowQuantity("DPD", Unit.DAYS, new AtLeast(new Difference(PAID_DAY, DUE_DAY), 0));

  /** Days before due. */
  private static final RowQuantity DBD =
      new RowQuantity("DBD", Unit.DAYS, new AtLeast(new Difference(DUE_DAY, PAID_DAY), 0));

  /** An instalment without payment was never paid: the share paid is zero, not unknown. */
  private static final RowQuantity PAYMENT_PERC =
      new RowQuantity(
          "PAYMENT_PERC", Unit.RATIO, new Ratio(new ZeroIfMissing(PAID_AMOUNT), DUE_AMOUNT));

  private static final RowQuantity PAYMENT_DIFF =
      new RowQuantity("PAYMENT_DIFF", Unit.MONEY, new Difference(DUE_AMOUNT, PAID_AMOUNT));

  private RepaymentFamilies() {}

  static List<Family> all() {
    return List.of(
        pos("POS-NUM", posNumbers()),
        pos("POS-OHE", shares(List.of(PosCashBalance.NAME_CONTRACT_STATUS))),
        pos("POS-COUNT", List.of(new Measure.RowCount())),
        instalments("INSTAL-NUM", instalmentNumbers()),
        instalments("INSTAL-COUNT", List.of(new Measure.RowCount())));
  }

  private static Family pos(String id, List<Measure> measures) {
    return Family.of(
        id, "POS_", Table.POS_CASH_BALANCE, BusinessGroup.REPAYMENT_BEHAVIOUR, measures);
  }

  private static Family instalments(String id, List<Measure> measures) {
    return Family.of(
        id, "INSTAL_", Table.INSTALLMENTS_PAYMENTS, BusinessGroup.REPAYMENT_BEHAVIOUR, measures);
  }

  private static List<Measure> posNumbers() {
    return join(
        aggregates(RowQuantity.of(PosCashBalance.MONTHS_BALANCE), MAX, MEAN, SIZE),
        aggregates(RowQuantity.of(PosCashBalance.SK_DPD), MAX, MEAN),
        aggregates(RowQuantity.of(PosCashBalance.SK_DPD_DEF), MAX, MEAN));
  }

  private static List<Measure> instalmentNumbers() {
    return join(
        aggregates(RowQuantity.of(InstallmentsPayments.NUM_INSTALMENT_VERSION), NUNIQUE),
        aggregates(DPD, MAX, MEAN, SUM),
        aggregates(DBD, MAX, MEAN, SUM),
        aggregates(PAYMENT_PERC, MAX, MEAN, SUM, VAR),
        aggregates(PAYMENT_DIFF, MAX, MEAN, SUM, VAR),
        aggregates(RowQuantity.of(InstallmentsPayments.AMT_INSTALMENT), MAX, MEAN, SUM),
        aggregates(RowQuantity.of(InstallmentsPayments.AMT_PAYMENT), MIN, MAX, MEAN, SUM),
        aggregates(RowQuantity.of(InstallmentsPayments.DAYS_ENTRY_PAYMENT), MAX, MEAN, SUM));
  }
}
