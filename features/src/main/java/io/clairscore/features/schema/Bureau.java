package io.clairscore.features.schema;

/** One row per credit of the client at another lender, as reported by the credit bureau. */
public final class Bureau {
  private static final TableColumns C = new TableColumns("bureau");

  public static final NumberColumn SK_ID_CURR = C.identifier("SK_ID_CURR");
  public static final NumberColumn SK_ID_BUREAU = C.identifier("SK_ID_BUREAU");
  public static final CategoryColumn CREDIT_ACTIVE =
      C.category("CREDIT_ACTIVE", "Closed", "Active", "Sold", "Bad debt");
  public static final CategoryColumn CREDIT_CURRENCY =
      C.category("CREDIT_CURRENCY", "currency 1", "currency 2", "currency 3", "currency 4");
  public static final NumberColumn DAYS_CREDIT = C.days("DAYS_CREDIT", -40_000, 0);
  public static final NumberColumn CREDIT_DAY_OVERDUE = C.days("CREDIT_DAY_OVERDUE", 0, 20_000);
  public static final NumberColumn DAYS_CREDIT_ENDDATE =
      C.days("DAYS_CREDIT_ENDDATE", -50_000, 50_000);
  public static final NumberColumn DAYS_ENDDATE_FACT = C.days("DAYS_ENDDATE_FACT", -50_000, 0);
  public static final NumberColumn AMT_CREDIT_MAX_OVERDUE =
      C.money("AMT_CREDIT_MAX_OVERDUE", 0, 1e9);
  public static final NumberColumn CNT_CREDIT_PROLONG = C.count("CNT_CREDIT_PROLONG", 100);
  public static final NumberColumn AMT_CREDIT_SUM = C.money("AMT_CREDIT_SUM", 0, 1e10);
  public static final NumberColumn AMT_CREDIT_SUM_DEBT = C.money("AMT_CREDIT_SUM_DEBT", -1e8, 1e10);
  public static final NumberColumn AMT_CREDIT_SUM_LIMIT =
      C.money("AMT_CREDIT_SUM_LIMIT", -1e8, 1e9);
  public static final NumberColumn AMT_CREDIT_SUM_OVERDUE =
      C.money("AMT_CREDIT_SUM_OVERDUE", 0, 1e9);
  public static final CategoryColumn CREDIT_TYPE =
      C.category(
          "CREDIT_TYPE",
          "Consumer credit",
          "Credit card",
          "Car loan",
          "Mortgage",
          "Microloan",
          "Loan for business development",
          "Another type of loan",
          "Unknown type of loan",
          "Loan for working capital replenishment",
          "Cash loan (non-earmarked)",
          "Real estate loan",
          "Loan for the purchase of equipment",
          "Loan for purchase of shares (margin lending)",
          "Interbank credit",
          "Mobile operator loan");
  public static final NumberColumn DAYS_CREDIT_UPDATE = C.days("DAYS_CREDIT_UPDATE", -50_000, 1000);
  public static final NumberColumn AMT_ANNUITY = C.money("AMT_ANNUITY", 0, 1e9);

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema(SK_ID_BUREAU);

  private Bureau() {}
}
