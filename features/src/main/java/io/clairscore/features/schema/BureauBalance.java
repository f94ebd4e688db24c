package io.clairscore.features.schema;

/** One row per bureau credit and month. */
public final class BureauBalance {
  private static final TableColumns C = new TableColumns("bureau_balance");

  public static final NumberColumn SK_ID_BUREAU = C.identifier("SK_ID_BUREAU");
  public static final NumberColumn MONTHS_BALANCE = C.months("MONTHS_BALANCE", -120, 0);
  public static final CategoryColumn STATUS =
      C.category("STATUS", "0", "1", "2", "3", "4", "5", "C", "X");

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema(SK_ID_BUREAU, MONTHS_BALANCE);

  private BureauBalance() {}
}
