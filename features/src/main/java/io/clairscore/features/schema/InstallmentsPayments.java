package io.clairscore.features.schema;

/**
 * One row per payment of an instalment; partial payments and exact duplicates are legal, so there
 * is no primary key.
 */
public final class InstallmentsPayments {
  private static final TableColumns C = new TableColumns("installments_payments");

  public static final NumberColumn SK_ID_PREV = C.identifier("SK_ID_PREV");
  public static final NumberColumn SK_ID_CURR = C.identifier("SK_ID_CURR");
  public static final NumberColumn NUM_INSTALMENT_VERSION = C.count("NUM_INSTALMENT_VERSION", 1000);
  public static final NumberColumn NUM_INSTALMENT_NUMBER =
      C.integer("NUM_INSTALMENT_NUMBER", Unit.RANK, 0, 1000);
  public static final NumberColumn DAYS_INSTALMENT = C.days("DAYS_INSTALMENT", -40_000, 0);
  public static final NumberColumn DAYS_ENTRY_PAYMENT = C.days("DAYS_ENTRY_PAYMENT", -40_000, 1000);
  public static final NumberColumn AMT_INSTALMENT = C.money("AMT_INSTALMENT", 0, 1e9);
  public static final NumberColumn AMT_PAYMENT = C.money("AMT_PAYMENT", 0, 1e9);

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema();

  private InstallmentsPayments() {}
}
