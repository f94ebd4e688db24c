package io.clairscore.scorer.recourse;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.BureauBalance;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.CreditCardBalance;
import io.clairscore.features.schema.InstallmentsPayments;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PosCashBalance;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a client's file says of an aspect, counted on its rows. */
final class DossierFacts {
  /** The last month of which a credit here that goes on has a record. */
  private static final int RECENT_MONTH = -2;

  private static final double DAYS_PER_MONTH = 365.25 / 12;

  private static final List<String> STATUS_OF_ARREARS = List.of("1", "2", "3", "4", "5");

  private final Dossier dossier;
  private final Rows application;

  DossierFacts(Dossier dossier) {
    this.dossier = dossier;
    this.application = dossier.application();
  }

  /** Of the three external scores, how many the file lacks. */
  int missingScores() {
    return (int)
        List.of(Application.EXT_SOURCE_1, Application.EXT_SOURCE_2, Application.EXT_SOURCE_3)
            .stream()
            .filter(score -> Double.isNaN(application.number(score, 0)))
            .count();
  }

  /** Months in the current job, rounded as the reasons do; negative if the file shows none. */
  int monthsInJob() {
    double days = application.number(Application.DAYS_EMPLOYED, 0);
    return days <= 0 ? (int) Math.round(-days / DAYS_PER_MONTH) : -1;
  }

  /** Declared income, NaN if missing. */
  double income() {
    return application.number(Application.AMT_INCOME_TOTAL, 0);
  }

  /** Enquiries into the credit file within a year; NaN if unknown. */
  double enquiries() {
    return List.of(
            Application.AMT_REQ_CREDIT_BUREAU_HOUR,
            Application.AMT_REQ_CREDIT_BUREAU_DAY,
            Application.AMT_REQ_CREDIT_BUREAU_WEEK,
            Application.AMT_REQ_CREDIT_BUREAU_MON,
            Application.AMT_REQ_CREDIT_BUREAU_QRT,
            Application.AMT_REQ_CREDIT_BUREAU_YEAR)
        .stream()
        .mapToDouble(column -> application.number(column, 0))
        .sum();
  }

  /** Credits at other lenders, whether they go on or not. */
  int creditsElsewhere() {
    return dossier.rows(Table.BUREAU).size();
  }

  int activeCreditsElsewhere() {
    return (int) rows(Table.BUREAU, this::isActive).count();
  }

  /** What is still owed on the active ones, as far as it is known. */
  double debtElsewhere() {
    Rows credits = dossier.rows(Table.BUREAU);
    return rows(Table.BUREAU, this::isActive)
        .mapToDouble(row -> credits.number(Bureau.AMT_CREDIT_SUM_DEBT, row))
        .filter(debt -> debt > 0)
        .sum();
  }

  private boolean isActive(int row) {
    return is(dossier.rows(Table.BUREAU), Bureau.CREDIT_ACTIVE, row, "Active");
  }

  /** Credits, here and elsewhere, of which the file records a late payment. */
  int creditsWithArrears() {
    Rows credits = dossier.rows(Table.BUREAU);
    Set<Double> elsewhere = new HashSet<>();
    rows(
            Table.BUREAU,
            row ->
                credits.number(Bureau.CREDIT_DAY_OVERDUE, row) > 0
                    || credits.number(Bureau.AMT_CREDIT_MAX_OVERDUE, row) > 0
                    || credits.number(Bureau.AMT_CREDIT_SUM_OVERDUE, row) > 0)
        .forEach(row -> elsewhere.add(credits.number(Bureau.SK_ID_BUREAU, row)));
    Rows balances = dossier.rows(Table.BUREAU_BALANCE);
    rows(
            Table.BUREAU_BALANCE,
            row ->
                STATUS_OF_ARREARS.stream()
                    .anyMatch(status -> is(balances, BureauBalance.STATUS, row, status)))
        .forEach(row -> elsewhere.add(balances.number(BureauBalance.SK_ID_BUREAU, row)));
    return elsewhere.size() + creditsHereWithArrears().size();
  }

  private Set<Double> creditsHereWithArrears() {
    Set<Double> here = new HashSet<>();
    Rows payments = dossier.rows(Table.INSTALLMENTS_PAYMENTS);
    rows(
            Table.INSTALLMENTS_PAYMENTS,
            row ->
                payments.number(InstallmentsPayments.DAYS_ENTRY_PAYMENT, row)
                    > payments.number(InstallmentsPayments.DAYS_INSTALMENT, row))
        .forEach(row -> here.add(payments.number(InstallmentsPayments.SK_ID_PREV, row)));
    late(Table.POS_CASH_BALANCE, PosCashBalance.SK_DPD, PosCashBalance.SK_ID_PREV, here);
    late(Table.CREDIT_CARD_BALANCE, CreditCardBalance.SK_DPD, CreditCardBalance.SK_ID_PREV, here);
    return here;
  }

  private void late(Table table, NumberColumn days, NumberColumn credit, Set<Double> found) {
    Rows months = dossier.rows(table);
    rows(table, row -> months.number(days, row) > 0)
        .forEach(row -> found.add(months.number(credit, row)));
  }

  int pastApplications() {
    return dossier.rows(Table.PREVIOUS_APPLICATION).size();
  }

  int refusals() {
    Rows past = dossier.rows(Table.PREVIOUS_APPLICATION);
    return (int)
        rows(
                Table.PREVIOUS_APPLICATION,
                row -> is(past, PreviousApplication.NAME_CONTRACT_STATUS, row, "Refused"))
            .count();
  }

  /** Instalments of earlier credits here that the file records as paid. */
  int payments() {
    return dossier.rows(Table.INSTALLMENTS_PAYMENTS).size();
  }

  /** Credits here of which instalments are still to come. */
  int openCreditsHere() {
    Rows months = dossier.rows(Table.POS_CASH_BALANCE);
    return (int)
        latest(Table.POS_CASH_BALANCE, PosCashBalance.SK_ID_PREV, PosCashBalance.MONTHS_BALANCE)
            .values()
            .stream()
            .filter(
                row ->
                    months.number(PosCashBalance.MONTHS_BALANCE, row) >= RECENT_MONTH
                        && months.number(PosCashBalance.CNT_INSTALMENT_FUTURE, row) > 0)
            .count();
  }

  /** What is owed on credit cards here, by their latest records. */
  double cardBalance() {
    Rows months = dossier.rows(Table.CREDIT_CARD_BALANCE);
    return latest(
            Table.CREDIT_CARD_BALANCE,
            CreditCardBalance.SK_ID_PREV,
            CreditCardBalance.MONTHS_BALANCE)
        .values()
        .stream()
        .filter(row -> months.number(CreditCardBalance.MONTHS_BALANCE, row) >= RECENT_MONTH)
        .mapToDouble(row -> months.number(CreditCardBalance.AMT_BALANCE, row))
        .filter(balance -> balance > 0)
        .sum();
  }

  /** The row of the latest month of each credit. */
  private Map<Double, Integer> latest(Table table, NumberColumn credit, NumberColumn month) {
    Rows months = dossier.rows(table);
    Map<Double, Integer> latest = new HashMap<>();
    for (int row = 0; row < months.size(); row++) {
      latest.merge(
          months.number(credit, row),
          row,
          (a, b) -> months.number(month, b) > months.number(month, a) ? b : a);
    }
    return latest;
  }

  private IntStream rows(Table table, IntPredicate kept) {
    return IntStream.range(0, dossier.rows(table).size()).filter(kept);
  }

  private static boolean is(Rows rows, CategoryColumn column, int row, String value) {
    return rows.code(column, row) == column.code(value);
  }
}
