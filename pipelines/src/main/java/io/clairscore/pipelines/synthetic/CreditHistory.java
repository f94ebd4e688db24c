package io.clairscore.pipelines.synthetic;

import static io.clairscore.features.schema.PreviousApplication.*;

import io.clairscore.features.schema.NumberColumn;
import java.util.SplittableRandom;

/** Draws what became of an approved application: its months, its payments, its card months. */
final class CreditHistory {
  /** Credits per application whose application row is absent: 4.5 % of point-of-sale credits. */
  private static final double ORPHAN_CONSUMER = 0.0165;

  private static final double ORPHAN_CASH = 0.0081;

  /** Clients without another card whose card has no application row: 12.3 % of the cards. */
  private static final double ORPHAN_CARD = 0.049;

  private final PosMonths pos = new PosMonths();
  private final Instalments instalments = new Instalments();
  private final CardMonths cards = new CardMonths();

  /**
   * Type of a credit whose application is absent, null if there is none.
   *
   * @param u uniform random number
   * @param card whether it may be a card, and nothing else
   */
  static String orphanType(double u, boolean card) {
    if (card) {
      return u < ORPHAN_CARD ? "Revolving loans" : null;
    }
    if (u < ORPHAN_CONSUMER) {
      return "Consumer loans";
    }
    return u < ORPHAN_CONSUMER + ORPHAN_CASH ? "Cash loans" : null;
  }

  /**
   * Adds the rows of one credit.
   *
   * @param credit SK_ID_PREV of the credit
   * @param application rows whose last one is its approved application
   */
  void add(
      CreditRows rows, Client client, int credit, TableRows application, SplittableRandom random) {
    if (Double.isNaN(application.get(DAYS_FIRST_DUE))) {
      return;
    }
    if (application.get(NAME_CONTRACT_TYPE) == NAME_CONTRACT_TYPE.code("Revolving loans")) {
      cards.add(rows, client, credit, application, instalments, random);
    } else if (application.get(DAYS_FIRST_DUE) != NumberColumn.NO_DATE) {
      double late = Trait.L_LATE.mixed(client, random);
      pos.add(rows.pos(), client, credit, application, late, random);
      instalments.add(rows.instalments(), client, credit, application, late, random);
    }
  }
}
