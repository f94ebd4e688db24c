package io.clairscore.features.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tables of the credit domain. The eight published files hold seven tables: applications come
 * as a labelled and an unlabelled file.
 */
public enum Table {
  APPLICATION(() -> Application.SCHEMA, "application_train", "application_test"),
  BUREAU(() -> Bureau.SCHEMA, "bureau"),
  BUREAU_BALANCE(() -> BureauBalance.SCHEMA, "bureau_balance"),
  PREVIOUS_APPLICATION(() -> PreviousApplication.SCHEMA, "previous_application"),
  POS_CASH_BALANCE(() -> PosCashBalance.SCHEMA, "POS_CASH_balance"),
  INSTALLMENTS_PAYMENTS(() -> InstallmentsPayments.SCHEMA, "installments_payments"),
  CREDIT_CARD_BALANCE(() -> CreditCardBalance.SCHEMA, "credit_card_balance");

  /**
   * A reference from a child table to its parent.
   *
   * @param child referring column
   * @param parent referred column, unique in its table
   */
  public record ForeignKey(NumberColumn child, NumberColumn parent) {}

  private final Supplier<TableSchema> schema;
  private final List<String> files;

  Table(Supplier<TableSchema> schema, String... files) {
    this.schema = schema;
    this.files = List.of(files);
  }

  public TableSchema schema() {
    return schema.get();
  }

  /** Names of the published files, without extension. */
  public List<String> files() {
    return files;
  }

  /** Every table but the applications. */
  public static List<Table> histories() {
    return Arrays.stream(values()).filter(table -> table != APPLICATION).toList();
  }

  public static Optional<Table> named(String name) {
    return Arrays.stream(values()).filter(table -> table.schema().name().equals(name)).findFirst();
  }

  /** References to parent tables; the reference to the client comes first where there is one. */
  public List<ForeignKey> foreignKeys() {
    return switch (this) {
      case APPLICATION -> List.of();
      case BUREAU -> List.of(client(Bureau.SK_ID_CURR));
      case BUREAU_BALANCE ->
          List.of(new ForeignKey(BureauBalance.SK_ID_BUREAU, Bureau.SK_ID_BUREAU));
      case PREVIOUS_APPLICATION -> List.of(client(PreviousApplication.SK_ID_CURR));
      case POS_CASH_BALANCE ->
          List.of(client(PosCashBalance.SK_ID_CURR), previous(PosCashBalance.SK_ID_PREV));
      case INSTALLMENTS_PAYMENTS ->
          List.of(
              client(InstallmentsPayments.SK_ID_CURR), previous(InstallmentsPayments.SK_ID_PREV));
      case CREDIT_CARD_BALANCE ->
          List.of(client(CreditCardBalance.SK_ID_CURR), previous(CreditCardBalance.SK_ID_PREV));
    };
  }

  private static ForeignKey client(NumberColumn child) {
    return new ForeignKey(child, Application.SK_ID_CURR);
  }

  private static ForeignKey previous(NumberColumn child) {
    return new ForeignKey(child, PreviousApplication.SK_ID_PREV);
  }
}
