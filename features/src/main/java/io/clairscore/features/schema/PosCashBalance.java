package io.clairscore.features.schema;

/** One row per earlier point-of-sale or cash credit and month. */
public final class PosCashBalance {
  private static final TableColumns C = new TableColumns("POS_CASH_balance");

  public static final NumberColumn SK_ID_PREV = C.identifier("SK_ID_PREV");
  public static final NumberColumn SK_ID_CURR = C.identifier("SK_ID_CURR");
  public static final NumberColumn MONTHS_BALANCE = C.months("MONTHS_BALANCE", -120, 0);
  public static final NumberColumn CNT_INSTALMENT = C.count("CNT_INSTALMENT", 600);
  public static final NumberColumn CNT_INSTALMENT_FUTURE = C.count("CNT_INSTALMENT_FUTURE", 600);
  public static final CategoryColumn NAME_CONTRACT_STATUS =
      C.category(
          "NAME_CONTRACT_STATUS",
          "Active",
          "Completed",
          "Signed",
          "Demand",
          "Returned to the store",
          "Approved",
          "Amortized debt",
          "Canceled",
          "XNA");
  public static final NumberColumn SK_DPD = C.days("SK_DPD", 0, 20_000);
  public static final NumberColumn SK_DPD_DEF = C.days("SK_DPD_DEF", 0, 20_000);

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema(SK_ID_PREV, MONTHS_BALANCE);

  private PosCashBalance() {}
}
