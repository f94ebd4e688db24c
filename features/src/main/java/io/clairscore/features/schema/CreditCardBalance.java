package io.clairscore.features.schema;

/** One row per earlier credit card and month. */
public final class CreditCardBalance {
  private static final TableColumns C = new TableColumns("credit_card_balance");

  public static final NumberColumn SK_ID_PREV = C.identifier("SK_ID_PREV");
  public static final NumberColumn SK_ID_CURR = C.identifier("SK_ID_CURR");
  public static final NumberColumn MONTHS_BALANCE = C.months("MONTHS_BALANCE", -120, 0);
  public static final NumberColumn AMT_BALANCE = C.money("AMT_BALANCE", -1e8, 1e8);
  public static final NumberColumn AMT_CREDIT_LIMIT_ACTUAL =
      C.integer("AMT_CREDIT_LIMIT_ACTUAL", Unit.MONEY, 0, 1e8);
  public static final NumberColumn AMT_DRAWINGS_ATM_CURRENT =
      C.money("AMT_DRAWINGS_ATM_CURRENT", -1e8, 1e8);
  public static final NumberColumn AMT_DRAWINGS_CURRENT =
      C.money("AMT_DRAWINGS_CURRENT", -1e8, 1e8);
  public static final NumberColumn AMT_DRAWINGS_OTHER_CURRENT =
      C.money("AMT_DRAWINGS_OTHER_CURRENT", -1e8, 1e8);
  public static final NumberColumn AMT_DRAWINGS_POS_CURRENT =
      C.money("AMT_DRAWINGS_POS_CURRENT", -1e8, 1e8);
  public static final NumberColumn AMT_INST_MIN_REGULARITY =
      C.money("AMT_INST_MIN_REGULARITY", -1e8, 1e8);
  public static final NumberColumn AMT_PAYMENT_CURRENT = C.money("AMT_PAYMENT_CURRENT", -1e8, 1e8);
  public static final NumberColumn AMT_PAYMENT_TOTAL_CURRENT =
      C.money("AMT_PAYMENT_TOTAL_CURRENT", -1e8, 1e8);
  public static final NumberColumn AMT_RECEIVABLE_PRINCIPAL =
      C.money("AMT_RECEIVABLE_PRINCIPAL", -1e8, 1e8);
  public static final NumberColumn AMT_RECIVABLE = C.money("AMT_RECIVABLE", -1e8, 1e8);
  public static final NumberColumn AMT_TOTAL_RECEIVABLE =
      C.money("AMT_TOTAL_RECEIVABLE", -1e8, 1e8);
  public static final NumberColumn CNT_DRAWINGS_ATM_CURRENT =
      C.count("CNT_DRAWINGS_ATM_CURRENT", 10_000);
  public static final NumberColumn CNT_DRAWINGS_CURRENT = C.count("CNT_DRAWINGS_CURRENT", 10_000);
  public static final NumberColumn CNT_DRAWINGS_OTHER_CURRENT =
      C.count("CNT_DRAWINGS_OTHER_CURRENT", 10_000);
  public static final NumberColumn CNT_DRAWINGS_POS_CURRENT =
      C.count("CNT_DRAWINGS_POS_CURRENT", 10_000);
  public static final NumberColumn CNT_INSTALMENT_MATURE_CUM =
      C.count("CNT_INSTALMENT_MATURE_CUM", 10_000);
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
  public static final NumberColumn SK_DPD = C.days("SK_DPD", 0, 20_000);
  public static final NumberColumn SK_DPD_DEF = C.days("SK_DPD_DEF", 0, 20_000);

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema(SK_ID_PREV, MONTHS_BALANCE);

  private CreditCardBalance() {}
}
