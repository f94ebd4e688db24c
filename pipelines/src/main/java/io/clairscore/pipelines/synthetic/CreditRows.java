package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Table;

/**
 * Rows of the credits of one client.
 *
 * @param pos months of point-of-sale and cash credits
 * @param instalments payments
 * @param cards months of cards
 */
record CreditRows(TableRows pos, TableRows instalments, TableRows cards) {

  /** No rows yet. */
  CreditRows() {
    this(
        new TableRows(Table.POS_CASH_BALANCE),
        new TableRows(Table.INSTALLMENTS_PAYMENTS),
        new TableRows(Table.CREDIT_CARD_BALANCE));
  }
}
