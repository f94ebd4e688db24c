package io.clairscore.features.schema;

/** One row per earlier credit card and month. */
public final class CreditCardBalance {
  private static final TableColumns C = new TableColumns("credit_card_balance");

  public static final NumberColumn SK_ID_PREV = C.identifier("SK_ID_PREV");
  public static final NumberColumn SK_ID_CURR = C.identifier("SK_ID_CURR");
  public static final NumberColumn MONTHS_BALANCE =
      C.integer("MONTHS_BALANCE", Unit.MONTHS, -120, 0);
  public static final NumberColumn AMT_BALANCE = C.decimal("AMT_BALANCE", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_CREDIT_LIMIT_ACTUAL =
      C.integer("AMT_CREDIT_LIMIT_ACTUAL", Unit.MONEY, 0, 1e8);
  public static final NumberColumn AMT_DRAWINGS_ATM_CURRENT =
      C.decimal("AMT_DRAWINGS_ATM_CURRENT", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_DRAWINGS_CURRENT =
      C.decimal("AMT_DRAWINGS_CURRENT", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_DRAWINGS_OTHER_CURRENT =
      C.decimal("AMT_DRAWINGS_OTHER_CURRENT", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_DRAWINGS_POS_CURRENT =
      C.decimal("AMT_DRAWINGS_POS_CURRENT", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_INST_MIN_REGULARITY =
      C.decimal("AMT_INST_MIN_REGULARITY", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_PAYMENT_CURRENT =
      C.decimal("AMT_PAYMENT_CURRENT", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_PAYMENT_TOTAL_CURRENT =
      C.decimal("AMT_PAYMENT_TOTAL_CURRENT", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_RECEIVABLE_PRINCIPAL =
      C.decimal("AMT_RECEIVABLE_PRINCIPAL", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_RECIVABLE =
      C.decimal("AMT_RECIVABLE", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn AMT_TOTAL_RECEIVABLE =
      C.decimal("AMT_TOTAL_RECEIVABLE", Unit.MONEY, -1e8, 1e8);
  public static final NumberColumn CNT_DRAWINGS_ATM_CURRENT =
      C.integer("CNT_DRAWINGS_ATM_CURRENT", Unit.COUNT, 0, 10_000);
  public static final NumberColumn CNT_DRAWINGS_CURRENT =
      C.integer("CNT_DRAWINGS_CURRENT", Unit.COUNT, 0, 10_000);
  public static final NumberColumn CNT_DRAWINGS_OTHER_CURRENT =
      C.integer("CNT_DRAWINGS_OTHER_CURRENT", Unit.COUNT, 0, 10_000);
  public static final NumberColumn CNT_DRAWINGS_POS_CURRENT =
      C.integer("CNT_DRAWINGS_POS_CURRENT", Unit.COUNT, 0, 10_000);
  public static final NumberColumn CNT_INSTALMENT_MATURE_CUM =
      C.integer("CNT_INSTALMENT_MATURE_CUM", Unit.COUNT, 0, 10_000);
  public static final CategoryColumn NAME_CONTRACT_STATUS =
      C.category(
          "NAME_CONTRACT_STATUS",
          "Active",
          "Completed",
          "Signed",
          "Demand",
          "Sent proposal",
          "Refused",
          "Approved");
  public static final NumberColumn SK_DPD = C.integer("SK_DPD", Unit.DAYS, 0, 20_000);
  public static final NumberColumn SK_DPD_DEF = C.integer("SK_DPD_DEF", Unit.DAYS, 0, 20_000);

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema(SK_ID_PREV, MONTHS_BALANCE);

  private CreditCardBalance() {}
}
