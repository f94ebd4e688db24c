package io.clairscore.features.schema;

/**
 * One row per payment of an instalment; partial payments and exact duplicates are legal, so there
 * is no primary key.
 */
public final class InstallmentsPayments {
  private static final TableColumns C = new TableColumns("installments_payments");

  public static final NumberColumn SK_ID_PREV = C.identifier("SK_ID_PREV");
  public static final NumberColumn SK_ID_CURR = C.identifier("SK_ID_CURR");
  public static final NumberColumn NUM_INSTALMENT_VERSION =
      C.integer("NUM_INSTALMENT_VERSION", Unit.COUNT, 0, 1000);
  public static final NumberColumn NUM_INSTALMENT_NUMBER =
      C.integer("NUM_INSTALMENT_NUMBER", Unit.RANK, 0, 1000);
  public static final NumberColumn DAYS_INSTALMENT =
      C.integer("DAYS_INSTALMENT", Unit.DAYS, -40_000, 0);
  public static final NumberColumn DAYS_ENTRY_PAYMENT =
      C.integer("DAYS_ENTRY_PAYMENT", Unit.DAYS, -40_000, 1000);
  public static final NumberColumn AMT_INSTALMENT = C.decimal("AMT_INSTALMENT", Unit.MONEY, 0, 1e9);
  public static final NumberColumn AMT_PAYMENT = C.decimal("AMT_PAYMENT", Unit.MONEY, 0, 1e9);

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema();

  private InstallmentsPayments() {}
}
